import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc, groupedAuc } from './auc.ts';

const all = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);

describe('auc', () => {
  it.each([
    ['a perfect order', [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1],
    ['the reverse', [0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0],
    ['nothing but ties', [0.5, 0.5, 0.5, 0.5], [0, 1, 0, 1], 0.5],
    ['one pair of four wrong', [0.1, 0.7, 0.6, 0.9], [0, 0, 1, 1], 0.75],
  ])('of %s', (_, scores, labels, expected) => {
    expect(auc(scores, labels, all(4))).toBe(expected);
  });

  it('is the share of pairs in the right order', () => {
    const row = fc.record({ score: fc.nat(5), label: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (rows) => {
        const pairs = rows.flatMap((high) => rows.map((low) => ({ high, low }))).filter(isPair);
        const right = pairs.reduce((sum, { high, low }) => sum + credit(high.score - low.score), 0);
        const measured = auc(
          rows.map(({ score }) => score),
          rows.map(({ label }) => label),
          all(rows.length),
        );
        if (pairs.length === 0) expect(measured).toBeNaN();
        else expect(measured).toBeCloseTo(right / pairs.length);
      }),
    );
  });
});

describe('groupedAuc', () => {
  it('weighs groups by their rows and leaves out those of one class', () => {
    const groups = [1, 1, 2, 2, 2, 2, 3];
    const scores = [0, 1, 4, 3, 2, 1, 9];
    const labels = [0, 1, 0, 0, 1, 1, 0];
    const { mean, margin } = groupedAuc(scores, labels, groups, all(7));
    expect(mean).toBeCloseTo((2 * 1 + 4 * 0) / 6);
    expect(margin).toBeCloseTo((1.96 * Math.hypot(2 * (2 / 3), 4 * (1 / 3))) / 6);
  });
});

function isPair({ high, low }: { high: { label: number }; low: { label: number } }): boolean {
  return high.label === 1 && low.label === 0;
}

function credit(difference: number): number {
  return difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
}
