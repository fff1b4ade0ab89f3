import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divergence, Inequality } from './inequality.ts';

function giniOf(counts: readonly number[]): number {
  const inequality = new Inequality();
  for (const count of counts) inequality.add(count);
  return inequality.gini();
}

/** By its definition: mean absolute difference of all pairs over twice the mean. */
function exactGini(counts: readonly number[]): number {
  const sum = counts.reduce((one, other) => one + other, 0);
  let differences = 0;
  for (const one of counts) for (const other of counts) differences += Math.abs(one - other);
  return sum > 0 ? differences / (2 * counts.length * sum) : 0;
}

test.each([
  [[], 0],
  [[0, 0], 0],
  [[7, 7, 7], 0],
  [[0, 0, 0, 1], 0.75],
  [[1, 2, 3, 4], 0.25],
])('Gini of %j', (counts, gini) => {
  expect(giniOf(counts)).toBeCloseTo(gini, 10);
});

test('Gini agrees with its definition, whatever the sizes', () => {
  const counts = fc.array(fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 2_000_000 })), { maxLength: 60 });
  fc.assert(
    fc.property(counts, (some) => {
      expect(giniOf(some)).toBeGreaterThan(exactGini(some) - 0.003);
      expect(giniOf(some)).toBeLessThan(exactGini(some) + 0.003);
    }),
  );
});

test.each([
  [[1, 0], [0, 1], 1],
  [[3, 1], [6, 2], 0],
  [[1, 0], [1, 1], 0.311_278_124],
  [[0, 0], [1, 1], 0],
])('divergence of %j and %j', (one, other, bits) => {
  expect(divergence(one, other)).toBeCloseTo(bits, 8);
});

test('divergence is the same both ways and between 0 and 1', () => {
  const shares = fc.array(fc.nat({ max: 50 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(shares, shares, (one, other) => {
      const bits = divergence(one, other);
      expect(bits).toBeGreaterThanOrEqual(0);
      expect(bits).toBeLessThanOrEqual(1);
      expect(divergence(other, one)).toBeCloseTo(bits, 10);
    }),
  );
});
