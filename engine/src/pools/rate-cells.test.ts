import { expect, test } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { seededRandom } from '../random.ts';
import { poolColumns } from './pool-columns.ts';
import { ageBandOf, openRateCells, USUAL_RATE } from './rate-cells.ts';

const now = Date.UTC(2025, 0, 13) / 1_000;
const day = 86_400;

function newCells() {
  return openRateCells(openColumns(poolColumns, { notes: 1 }));
}

test.each([
  [0, 0],
  [day - 1, 0],
  [day, 1],
  [6 * day, 1],
  [7 * day, 2],
  [400 * day, 2],
])('age of %d s is band %d', (age, band) => {
  expect(ageBandOf(age)).toBe(band);
});

test('a house without experience compares with the usual', () => {
  const median = newCells().quantile(3, 1, 0, 0.5);
  expect(median / USUAL_RATE).toBeGreaterThan(0.85);
  expect(median / USUAL_RATE).toBeLessThan(1.15);
});

test.each([0.5, 0.6, 0.9])('quantile %d of many rates is within an eighth of the exact one', (share) => {
  const cells = newCells();
  const random = seededRandom(1);
  const rates = Array.from({ length: 3_000 }, () => 0.05 * 40 ** random());
  for (const rate of rates) cells.add(3, 1, 0, rate, now);
  const exact = rates.sort((one, other) => one - other)[Math.floor(share * rates.length)] as number;
  const found = cells.quantile(3, 1, 0, share);
  expect(found / exact).toBeGreaterThan(0.875);
  expect(found / exact).toBeLessThan(1.125);
});

test('cells differ by topic, language and age; a thin one leans on its language', () => {
  const cells = newCells();
  for (let note = 0; note < 200; note += 1) {
    cells.add(1, 1, 0, 0.5, now);
    cells.add(2, 2, 0, 0.02, now);
  }
  expect(cells.quantile(1, 1, 0, 0.6)).toBeCloseTo(0.5, 0);
  expect(cells.quantile(2, 2, 0, 0.6)).toBeLessThan(0.03);
  // Nothing of this topic yet: as its language.
  expect(cells.quantile(9, 2, 0, 0.6)).toBeLessThan(0.03);
  expect(cells.quantile(9, 1, 0, 0.6)).toBeGreaterThan(0.3);
  expect(cells.quantile(1, 1, 2, 0.6)).toBeCloseTo(USUAL_RATE, 1);
});

test('old rates fade: a month later a new level is the level', () => {
  const cells = newCells();
  for (let note = 0; note < 300; note += 1) cells.add(1, 1, 0, 1, now);
  for (let note = 0; note < 300; note += 1) cells.add(1, 1, 0, 0.05, now + 30 * day);
  expect(cells.quantile(1, 1, 0, 0.6)).toBeLessThan(0.07);
});

test('absurd rates fall into the outer bins', () => {
  const cells = newCells();
  for (const rate of [0, -1, Number.NaN, 1e9]) cells.add(1, 1, 0, rate, now);
  expect(Number.isFinite(cells.quantile(1, 1, 0, 0.6))).toBe(true);
});
