import { expect, test } from 'vitest';
import { readPairFilter, writePairFilter } from './pair-filter.ts';

test('holds every pair written and few others', () => {
  const pairs = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index, 0x5e00 + index));
  const others = pairs.map(([first = '', second = '']) => second + first);
  const holds = readPairFilter(writePairFilter(pairs));
  expect(pairs.every(holds)).toBe(true);
  expect(others.filter(holds).length).toBeLessThan(0.04 * others.length);
});
