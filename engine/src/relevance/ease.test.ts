import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorize, solve } from './cholesky.ts';
import { learnEase } from './ease.ts';
import { historiesOf } from './histories.ts';
import { learnNextStep } from './next-step.ts';

describe('factorize and solve', () => {
  // 70 rows make more than one block of 64, and tiles of four with something left over.
  it.each([1, 3, 64, 70, 135])('solve %i equations for many sides', (n) => {
    const matrix = positiveDefinite(n);
    const factor = matrix.slice();
    factorize(factor, n);
    const sides = Float64Array.from({ length: 5 * n }, (_, index) => Math.sin(index));
    const solution = sides.slice();
    solve(factor, n, solution, 5);
    for (let row = 0; row < 5; row += 1) {
      const back = times(matrix, solution.subarray(row * n, (row + 1) * n));
      back.forEach((value, index) => {
        expect(value).toBeCloseTo(sides[row * n + index] as number, 9);
      });
    }
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => factorize(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError);
  });
});

describe('learnEase', () => {
  it('is what two rows make of it by hand', () => {
    // Gram [[3, 2], [2, 2]] + 1 = [[4, 2], [2, 3]]; inverse [[3, −2], [−2, 4]] / 8; B = [[0, 2/4], [2/3, 0]].
    const weights = learnEase(historiesOf([[0, 1], [1, 0], [0]]), 2, 1);
    [0, 0.5, 2 / 3, 0].forEach((weight, index) => {
      expect(weights[index]).toBeCloseTo(weight, 6);
    });
  });

  it('needs no order and no repetition', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(5), { maxLength: 8 }), { maxLength: 12 }), (sequences) => {
        const turned = sequences.map((sequence) => [...sequence, ...sequence].reverse());
        expect(learnEase(historiesOf(turned), 6, 2)).toEqual(learnEase(historiesOf(sequences), 6, 2));
      }),
    );
  });
});

describe('learnNextStep', () => {
  const options = { pastHalfLife: 3, futureHalfLife: 2, lambda: 5, damping: 0 };

  it('knows the direction', () => {
    const weights = learnNextStep(historiesOf(Array.from({ length: 50 }, () => [0, 1, 2])), 3, options);
    expect(weights[0 * 3 + 1]).toBeGreaterThan(Math.abs(weights[1 * 3 + 0] as number));
    expect(weights[0 * 3 + 1]).toBeGreaterThan(weights[0 * 3 + 2] as number);
  });

  it('solves the ridge regression over every cut of a long history', () => {
    const n = 4;
    // So long that what the one-pass sums count beyond the end of a history is nothing beside the rest.
    const sequence = Array.from({ length: 4_000 }, (_, index) => (index * index + (index >> 2)) % n);
    const weights = learnNextStep(historiesOf([sequence]), n, options);
    const expected = ridgeOverCuts(sequence, n, options);
    expected.forEach((weight, index) => {
      // Pairs beyond eight half-lives are left out.
      expect(weights[index]).toBeCloseTo(weight, 1);
    });
  });
});

function positiveDefinite(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, cell) => {
    const [row, column] = [Math.floor(cell / n), cell % n];
    return row === column ? n : Math.cos(row + column);
  });
}

function times(matrix: Float64Array, vector: Float64Array): number[] {
  const n = vector.length;
  return Array.from(vector, (_, row) => vector.reduce((sum, x, k) => sum + (matrix[row * n + k] as number) * x, 0));
}

/** The definition, cut by cut: past and future as decayed counts, then the normal equations. */
function ridgeOverCuts(
  sequence: number[],
  n: number,
  options: { pastHalfLife: number; futureHalfLife: number; lambda: number },
) {
  const futures = futureOfEachCut(sequence, n, 2 ** (-1 / options.futureHalfLife));
  const gram = new Float64Array(n * n);
  const sides = new Float64Array(n * n);
  const past = new Float64Array(n);
  sequence.forEach((row, at) => {
    for (let k = 0; k < n; k += 1) past[k] = (past[k] as number) * 2 ** (-1 / options.pastHalfLife);
    past[row] = (past[row] as number) + 1;
    for (let cell = 0; cell < n * n; cell += 1) {
      const [one, other] = [Math.floor(cell / n), cell % n];
      gram[cell] = (gram[cell] as number) + (past[one] as number) * (past[other] as number);
      sides[cell] = (sides[cell] as number) + (futures[at]?.[one] as number) * (past[other] as number);
    }
  });
  for (let row = 0; row < n; row += 1) gram[row * n + row] = (gram[row * n + row] as number) + options.lambda;
  factorize(gram, n);
  solve(gram, n, sides, n);
  return Array.from(sides, (_, cell) => sides[(cell % n) * n + Math.floor(cell / n)] as number);
}

function futureOfEachCut(sequence: number[], n: number, decay: number): Float64Array[] {
  const futures: Float64Array[] = [];
  let future = new Float64Array(n);
  for (let at = sequence.length - 1; at >= 0; at -= 1) {
    futures[at] = future;
    future = future.map((weight) => weight * decay);
    const row = sequence[at] as number;
    future[row] = (future[row] as number) + 1;
  }
  return futures;
}
