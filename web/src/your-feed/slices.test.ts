import { interests } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { slicesOf } from './slices.ts';

test('seven and more categories leave the largest six and the rest together', () => {
  const week = interests
    .slice(0, 8)
    .map((category, index) => ({ category, opens: 8 - index, share: (8 - index) / 36 }));
  const slices = slicesOf(week);
  expect(slices.map(({ category }) => category)).toEqual([...interests.slice(0, 6), undefined]);
  expect(slices.at(-1)?.opens).toBe(3);
  expect(slices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test('notes without a category belong to the rest, however many', () => {
  expect(
    slicesOf([
      { opens: 5, share: 5 / 6 },
      { category: 'cats', opens: 1, share: 1 / 6 },
    ]),
  ).toEqual([
    { category: 'cats', opens: 1, share: 1 / 6 },
    { category: undefined, opens: 5, share: 5 / 6 },
  ]);
});

test('a week without reading has no slices', () => {
  expect(slicesOf([])).toEqual([]);
});
