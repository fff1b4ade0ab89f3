import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHeat, heatOf } from './note-heat.ts';

const DAY = 24 * 3_600_000;
const JAN_2025 = Date.UTC(2025, 0, 13);

describe('heat', () => {
  it('halves in two days', () => {
    expect(heatOf(2, JAN_2025)).toBeCloseTo(heatOf(1, JAN_2025 + 2 * DAY), 6);
    expect(heatOf(4, JAN_2025)).toBeGreaterThan(heatOf(1, JAN_2025 + 3 * DAY));
  });

  it('adds what was done', () => {
    expect(addHeat(heatOf(1, JAN_2025), heatOf(3, JAN_2025))).toBeCloseTo(heatOf(4, JAN_2025), 6);
    expect(addHeat(0, heatOf(3, JAN_2025))).toBe(heatOf(3, JAN_2025));
  });

  it('never cools by an act, in whatever order acts come', () => {
    const act = fc.record({
      weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
      day: fc.integer({ min: -4_000, max: 40_000 }),
    });
    fc.assert(
      fc.property(act, act, (first, second) => {
        const [a, b] = [first, second].map(({ weight, day }) => heatOf(weight, JAN_2025 + day * DAY)) as [
          number,
          number,
        ];
        expect(addHeat(a, b)).toBeGreaterThanOrEqual(Math.max(a, b));
        expect(addHeat(a, b)).toBe(addHeat(b, a));
      }),
    );
  });
});
