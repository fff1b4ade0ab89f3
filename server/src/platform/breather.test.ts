import { expect, test } from 'vitest';
import { createBreather } from './breather.ts';

test('others have their turn while long work is going on, and short work is done at once', async () => {
  let turns = 0;
  const immediate = setInterval(() => {
    turns += 1;
  }, 0);
  const breathe = createBreather(0);
  while (turns < 3) await breathe();
  clearInterval(immediate);
  expect(turns).toBe(3);
  expect(createBreather(60_000)()).toBeUndefined();
});
