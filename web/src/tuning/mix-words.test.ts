import { expect, test } from 'vitest';
import { mixWords } from './mix-words.ts';

test.each([
  [0, 'none'],
  [0.05, 'little'],
  [0.15, 'little'],
  [0.2, 'some'],
  [0.5, 'half'],
  [0.65, 'most'],
  [0.95, 'most'],
  [1, 'all'],
])('a share of %d is called “%s”', (share, words) => {
  expect(mixWords(share)).toBe(words);
});
