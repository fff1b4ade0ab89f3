import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCandidateList, MOST_CANDIDATES, sourceBits } from './candidate-list.ts';

test('a row stands once, with all its sources', () => {
  const added = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(...Object.values(sourceBits)));
  fc.assert(
    fc.property(fc.array(fc.array(added, { maxLength: 60 }), { maxLength: 4 }), (pages) => {
      const list = createCandidateList(30);
      for (const page of pages) {
        list.clear();
        const expected = new Map<number, number>();
        for (const [row, source] of page) {
          list.add(row, source);
          if (row < 30) expected.set(row, (expected.get(row) ?? 0) | source);
        }
        expect(new Map([...list.rows.subarray(0, list.count)].map((row, place) => [row, list.sources[place]]))).toEqual(
          expected,
        );
        for (const [place, row] of list.rows.subarray(0, list.count).entries()) expect(list.placeOf(row)).toBe(place);
      }
    }),
  );
});

test('what is too much is left out', () => {
  const list = createCandidateList(MOST_CANDIDATES + 10);
  list.clear();
  for (let row = 0; row < MOST_CANDIDATES + 10; row += 1) list.add(row, sourceBits.interest);
  expect(list.count).toBe(MOST_CANDIDATES);
  expect(list.placeOf(MOST_CANDIDATES + 5)).toBe(-1);
});

test('starts anew after as many pages as a stamp can count', () => {
  const list = createCandidateList(4);
  for (let page = 0; page < 2 ** 18 + 2; page += 1) list.clear();
  list.add(3, sourceBits.topic);
  expect(list.count).toBe(1);
  expect(list.placeOf(2)).toBe(-1);
});
