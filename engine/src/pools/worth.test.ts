import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heads } from '../traffic/facts.ts';
import { defaultPolicy } from '../traffic/policy.ts';
import { chanceAbove, NEWCOMER_CHANCE, worthOf, yardstickOf } from './worth.ts';

const yardstick = yardstickOf(defaultPolicy, new Float64Array(24));
const acts = (some: Partial<Record<(typeof heads)[number], number>>) =>
  Uint16Array.from(heads, (head) => some[head] ?? 0);

test.each([
  [{}, 100, 0],
  [{ like: 10 }, 100, 0.1],
  [
    { open: 50, long: 20, like: 10, collect: 4, comment: 1, share: 1, follow: 1 },
    100,
    (10 + 6 + 10 + 6 + 2 + 2 + 3) / 100,
  ],
  [{ like: 10 }, 0, 0],
])('worth of %j in %d impressions', (some, impressions, worth) => {
  // Fewer hides than usual count a little in favour: 500 impressions of the usual 0.2 %, weighed −40.
  expect(worthOf(acts(some), 0, impressions, yardstick)).toBeCloseTo(
    worth + (impressions > 0 ? (40 * 0.002) / 6 : 0),
    9,
  );
});

test('one hide does not undo a liked note, five do', () => {
  const liked = { open: 40, like: 20 };
  const worths = [0, 1, 5].map((hide) => worthOf(acts({ ...liked, hide }), 0, 100, yardstick));
  expect(worths[1]).toBeGreaterThan(0.7 * (worths[0] as number));
  expect(worths[2]).toBe(0);
});

test.each([0.01, 0.13, 2])('a note nobody has seen beats an incumbent of %d with a chance of 5 %%', (incumbent) => {
  expect(chanceAbove(0, 0, incumbent, yardstick.dispersion)).toBeCloseTo(NEWCOMER_CHANCE, 5);
});

test('the chance follows the evidence', () => {
  const chance = (worth: number, impressions: number) => chanceAbove(worth, impressions, 0.15, yardstick.dispersion);
  expect(chance(0.3, 100)).toBeGreaterThan(0.7);
  expect(chance(0.03, 100)).toBeLessThan(0.1);
  expect(chance(0.16, 100)).toBeGreaterThan(0.1);
  expect(chance(0.16, 100)).toBeLessThan(0.7);
  expect(chance(0.16, 20_000)).toBeGreaterThan(0.7);
});

test('one more good act never lowers the chance, one more hide never raises it', () => {
  const count = fc.nat({ max: 300 });
  const many = fc.tuple(count, count, count, count, count, count, count, count);
  fc.assert(
    fc.property(many, fc.integer({ min: 1, max: 20_000 }), fc.nat({ max: 7 }), (counts, impressions, head) => {
      const before = Uint16Array.from(counts);
      const after = Uint16Array.from(counts);
      after[head] = (after[head] as number) + 1;
      const chances = [before, after].map((some) =>
        chanceAbove(worthOf(some, 0, impressions, yardstick), impressions, 0.15, yardstick.dispersion),
      );
      const [less, more] = heads[head] === 'hide' ? chances.reverse() : chances;
      expect(more).toBeGreaterThanOrEqual((less as number) - 1e-9);
    }),
  );
});
