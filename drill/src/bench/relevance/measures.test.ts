import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainAt, measureTop, placeAmong, placeAmongSample, spreadOf, topItems } from './measures.ts';

describe('measures of a ranking', () => {
  it('puts the target behind what scores more, and shares places with equals', () => {
    const scores = Float32Array.of(3, 1, 2, 2, 5);
    expect(placeAmong(scores, 2, Uint8Array.of(0, 0, 0, 0, 1))).toBe(1.5);
    expect(placeAmongSample(scores, 2, Uint32Array.of(0, 4, 1))).toBe(2);
  });

  it('is no better than chance for a model that says the same of all', () => {
    expect(placeAmong(new Float32Array(101), 50, new Uint8Array(101))).toBe(50);
  });

  it('gives nothing beyond the tenth place', () => {
    expect([0, 2, 9, 10].map(gainAt)).toEqual([1, 0.5, 1 / Math.log2(11), 0]);
  });

  it('counts a perfect list as 1, however little there is to find', () => {
    const top = [7, 8, 1, 2, 3, 4, 5, 6, 9, 10];
    expect(measureTop(top, new Set([7, 8]))).toEqual({ ndcg: 1, precision: 0.2, recall: 1 });
    expect(measureTop(top, new Set([11])).ndcg).toBe(0);
  });

  it('finds the best as a sort would', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 12 }), (values, length) => {
        const mask = Uint8Array.from(values, (_, item) => (item % 5 === 0 ? 1 : 0));
        const sorted = Array.from(values.keys())
          .filter((item) => mask[item] === 0)
          .sort((one, two) => (values[two] as number) - (values[one] as number) || one - two);
        expect(topItems(Float32Array.from(values), mask, length)).toEqual(sorted.slice(0, length));
      }),
    );
  });

  it('knows the interval of five seeds', () => {
    // Standard error √2.5 / √5 = 0.7071; t of 4 degrees of freedom 2.776.
    const { mean, margin } = spreadOf([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    expect(margin).toBeCloseTo(1.963, 3);
  });
});
