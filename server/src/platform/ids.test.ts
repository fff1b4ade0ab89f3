import { expect, it } from 'vitest';
import { createIds } from './ids.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('makes UUIDv7 that sort in the order of their making, also within one millisecond', () => {
  const ids = createIds({ now: () => 1_736_827_200_000 });
  const made = Array.from({ length: 10_000 }, () => ids.next());
  expect(made.every((id) => uuidV7.test(id))).toBe(true);
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

it('carries the time of its making in front', () => {
  const id = createIds({ now: () => 1_736_827_200_000 }).next();
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(1_736_827_200_000);
});

it('goes on when the clock steps back', () => {
  let now = 2_000;
  const ids = createIds({ now: () => now });
  const before = ids.next();
  now = 1_000;
  expect(ids.next() > before).toBe(true);
});
