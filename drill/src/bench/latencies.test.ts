import { expect, test } from 'vitest';
import { summarise } from './latencies.ts';

test('takes percentiles by nearest rank, whatever the order', () => {
  const durations = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(summarise(durations)).toEqual({ p50: 50, p95: 95, p99: 99, most: 100 });
});

test('of nothing there is nothing to say', () => {
  expect(summarise([])).toEqual({ p50: 0, p95: 0, p99: 0, most: 0 });
});
