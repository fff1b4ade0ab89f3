import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRecentScores, blend } from './blend.ts';

describe('addRecentScores', () => {
  it('weighs by place, newest first', () => {
    const weights = Float32Array.of(0, 1, 2, 0, 0, 4, 0, 0, 0);
    const out = new Float32Array(3);
    addRecentScores(weights, 3, [1, 0], 1, out);
    expect([...out]).toEqual([0, 0.5, 5]);
  });
});

describe('blend', () => {
  const scores = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 });

  it('does not care in which units a source speaks', () => {
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 2, max: 9 }), (one, other, unit) => {
        fc.pre(spread(one) > 1);
        const same = fused([one, other], [1, 0.5]);
        const scaled = fused([one.map((score) => score * unit), other], [1, 0.5]);
        same.forEach((score, index) => {
          expect(scaled[index]).toBeCloseTo(score, 3);
        });
      }),
    );
  });

  it('hears nothing from a source that says the same of all', () => {
    expect(
      fused(
        [
          [1, 2, 3],
          [0.1, 0.1, 0.1],
        ],
        [1, 5],
      ),
    ).toEqual(fused([[1, 2, 3]], [1]));
  });

  it('gives more room to the larger share', () => {
    const out = fused(
      [
        [1, 0, 0],
        [0, 0, 1],
      ],
      [1, 2],
    );
    expect(out[2]).toBeGreaterThan(out[0] as number);
  });
});

function fused(sources: number[][], shares: number[]): number[] {
  const out = new Float32Array(sources[0]?.length ?? 0);
  blend(
    sources.map((source) => Float32Array.from(source)),
    shares,
    out,
  );
  return [...out];
}

function spread(values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}
