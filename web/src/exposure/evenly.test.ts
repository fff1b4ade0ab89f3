import { expect, test } from 'vitest';
import { evenly } from './evenly.ts';

test('hours without anybody are columns, too, and a first hour does not stand alone', () => {
  const { sums, isHourly } = evenly([
    { at: '2026-03-01T08:00:00.000Z', value: 3 },
    { at: '2026-03-01T11:00:00.000Z', value: 5 },
  ]);
  expect(isHourly).toBe(true);
  expect(sums).toHaveLength(24);
  expect(sums.slice(-4)).toEqual([
    { at: '2026-03-01T08:00:00.000Z', value: 3 },
    { at: '2026-03-01T09:00:00.000Z', value: 0 },
    { at: '2026-03-01T10:00:00.000Z', value: 0 },
    { at: '2026-03-01T11:00:00.000Z', value: 5 },
  ]);
});

test('sums of days stay days', () => {
  const { sums, isHourly } = evenly([
    { at: '2026-03-01T00:00:00.000Z', value: 3 },
    { at: '2026-03-02T00:00:00.000Z', value: 1 },
    { at: '2026-03-04T00:00:00.000Z', value: 5 },
  ]);
  expect(isHourly).toBe(false);
  expect(sums.map(({ value }) => value)).toEqual([3, 1, 0, 5]);
});

test('nothing stays nothing', () => {
  expect(evenly([]).sums).toEqual([]);
});
