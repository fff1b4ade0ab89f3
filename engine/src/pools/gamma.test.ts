import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gammaAbove, shapeWithChanceAbove } from './gamma.ts';

// From closed forms: P(X > x) is e^−x for shape 1, e^−x (1 + x) for 2 and erfc(√x) for 1/2; the last is the median of a large shape.
test.each([
  [1, 0.5, Math.exp(-0.5)],
  [1, 30, Math.exp(-30)],
  [2, 3, Math.exp(-3) * 4],
  [0.5, 1, 0.157_299_207_05],
  [0.5, 4, 0.004_677_734_98],
  [10_000, 10_000 - 1 / 3 + 8 / 4_050_000, 0.5],
])('chance of Gamma(%d) above %d', (shape, x, chance) => {
  expect(gammaAbove(shape, x)).toBeCloseTo(chance, 8);
});

test.each([
  [3, 0, 1],
  [3, -1, 1],
  [0, 2, 0],
])('at the edges: Gamma(%d) above %d is %d', (shape, x, chance) => {
  expect(gammaAbove(shape, x)).toBe(chance);
});

test('a chance between 0 and 1 that never falls when the shape grows and never rises with x', () => {
  const positive = fc.double({ min: 1e-3, max: 5_000, noNaN: true });
  fc.assert(
    fc.property(positive, positive, fc.double({ min: 0, max: 500, noNaN: true }), (shape, x, more) => {
      const chance = gammaAbove(shape, x);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1 + 1e-9);
      expect(gammaAbove(shape + more, x)).toBeGreaterThanOrEqual(chance - 1e-9);
      expect(gammaAbove(shape, x + more)).toBeLessThanOrEqual(chance + 1e-9);
    }),
  );
});

test.each([0.01, 0.5, 3.6, 40, 900])('finds the shape whose chance above %d is 5 %%', (x) => {
  expect(gammaAbove(shapeWithChanceAbove(x, 0.05), x)).toBeCloseTo(0.05, 6);
});
