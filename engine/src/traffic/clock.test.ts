import { expect, test } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { clockColumns, openFactClock } from './clock.ts';

const NOON = 1_700_000_000_000;

test('time only runs forwards, and only within reason', () => {
  const clock = openFactClock(openColumns(clockColumns, {}));
  const told = [NOON, NOON - 5_000, Number.NaN, 1e300, -1, NOON + 1.9];
  expect(told.map((at) => clock.advance(at))).toEqual([NOON, NOON, NOON, NOON, NOON, NOON + 1]);
  expect([clock.now, clock.facts]).toEqual([NOON + 1, 6]);
});

test('an interval begins once, for every thread and after a start too', () => {
  const columns = openColumns(clockColumns, {});
  const clock = openFactClock(columns);
  clock.advance(NOON);
  expect([clock.isNewInterval(), clock.isNewInterval(), openFactClock(columns).isNewInterval()]).toEqual([
    true,
    false,
    false,
  ]);
  clock.advance(NOON + 300_000);
  expect(clock.isNewInterval()).toBe(true);
});
