import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pick, seededRandom, shuffle } from './random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const take = (seed: string | number) => Array.from({ length: 8 }, seededRandom(seed));
  expect(take('tea')).toEqual(take('tea'));
  expect(take(7)).toEqual(take('7'));
  expect(take('tea')).not.toEqual(take('teb'));
});

test('numbers of one seed never change between versions', () => {
  const random = seededRandom('golden');
  expect([random(), random(), random()].map((value) => Math.floor(value * 1e6))).toMatchInlineSnapshot(`
    [
      793767,
      69337,
      543999,
    ]
  `);
});

test('numbers are in [0, 1) and even', () => {
  const random = seededRandom(1);
  const deciles = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 20_000; draw += 1) {
    const value = random();
    expect(value >= 0 && value < 1).toBe(true);
    const decile = Math.floor(value * 10);
    deciles[decile] = (deciles[decile] ?? 0) + 1;
  }
  expect(Math.min(...deciles)).toBeGreaterThan(1850);
  expect(Math.max(...deciles)).toBeLessThan(2150);
});

test('a shuffle keeps every item and leaves the input alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      const before = [...items];
      const shuffled = shuffle(items, seededRandom(seed));
      expect(items).toEqual(before);
      expect(shuffled.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
    }),
  );
});

test('a shuffle brings each item to each place about equally often', () => {
  const random = seededRandom('places');
  let firstStayed = 0;
  for (let round = 0; round < 3000; round += 1) if (shuffle(['a', 'b', 'c'], random)[0] === 'a') firstStayed += 1;
  expect(firstStayed).toBeGreaterThan(900);
  expect(firstStayed).toBeLessThan(1100);
});

test('pick takes a member of the list, nothing from an empty one', () => {
  expect(pick([], seededRandom(1))).toBeUndefined();
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.string(), (items, seed) => {
      expect(items).toContain(pick(items, seededRandom(seed)));
    }),
  );
});
