import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateFlags } from '../page/composition.ts';
import { liftForeign } from './lift-foreign.ts';

function candidatesOf(list: readonly { score: number; isForeign: boolean }[]) {
  return {
    count: list.length,
    rows: Uint32Array.from(list, (_, row) => row),
    scores: Float32Array.from(list, ({ score }) => score),
    flags: Uint16Array.from(list, ({ isForeign }) => (isForeign ? candidateFlags.foreign : 0)),
  };
}

test('as many foreign notes as wanted are among the best, and each group keeps its order', () => {
  // Scores a twentieth apart: closer ones could not be told from each other by the lift.
  const group = (isForeign: boolean) =>
    fc
      .uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 20, maxLength: 60 })
      .map((scores) => scores.map((score) => ({ score: score / 20 + (isForeign ? 1 / 50 : 0), isForeign })));
  fc.assert(
    fc.property(group(true), group(false), fc.double({ min: 0, max: 1, noNaN: true }), (foreign, own, share) => {
      const candidates = candidatesOf([...foreign, ...own]);
      const before = candidates.scores.slice();
      liftForeign(candidates, share, 20);
      const best = [...candidates.rows]
        .sort((a, b) => (candidates.scores[b] ?? 0) - (candidates.scores[a] ?? 0))
        .slice(0, 20);
      const wanted = Math.round(share * 20);
      expect(Math.abs(best.filter((row) => row < foreign.length).length - wanted)).toBeLessThanOrEqual(1);
      const lifts = foreign.map((_, row) => (candidates.scores[row] ?? 0) - (before[row] ?? 0));
      expect(Math.max(...lifts) - Math.min(...lifts)).toBeLessThan(1e-3);
      expect([...candidates.scores.subarray(foreign.length)]).toEqual([...before.subarray(foreign.length)]);
    }),
  );
});

test('nothing to lift, nothing to lift among: nothing happens', () => {
  const none = candidatesOf([]);
  liftForeign(none, 0.5, 20);
  expect(none.count).toBe(0);
  const own = candidatesOf([{ score: 1, isForeign: false }]);
  liftForeign(own, 0.5, 0);
  expect([...own.scores]).toEqual([1]);
});
