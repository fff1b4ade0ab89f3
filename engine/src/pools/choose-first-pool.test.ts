import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPolicy } from '../traffic/policy.ts';
import { type ChoosingRules, chooseFirstPool, fitFloorOf, poolPicks } from './choose-first-pool.ts';

type Pick = readonly [row: number, score: number, urgency: number];

function choose(picked: readonly Pick[], rules: Partial<ChoosingRules> = {}): number[] {
  const picks = poolPicks(picked.length);
  for (const [index, [row, score, urgency]] of picked.entries()) {
    picks.rows[index] = row;
    picks.scores[index] = score;
    picks.urgencies[index] = urgency;
  }
  picks.count = picked.length;
  const chosen = new Uint32Array(4);
  const usual = { slots: 4, floor: 0, authorOf: (row: number) => row, take: () => true };
  const count = chooseFirstPool(picks, { ...usual, ...rules }, chosen);
  return [...chosen.subarray(0, count)].map((index) => picked[index]?.[0] as number);
}

const three: readonly Pick[] = [
  [10, 1, 1],
  [11, 3, 1],
  [12, 2, 1],
];

test.each<[string, readonly Pick[], Partial<ChoosingRules>, number[]]>([
  ['the best fit first', three, {}, [11, 12, 10]],
  ['as many as there are slots', three, { slots: 1 }, [11]],
  ['nothing without slots', three, { slots: 0 }, []],
  ['nothing below the floor', three, { floor: 1.5 }, [11, 12]],
  [
    'who is behind weighs more',
    [
      [10, 1, 4],
      [11, 3, 1],
    ],
    {},
    [10, 11],
  ],
  [
    'but not without bounds',
    [
      [10, 1, 1e6],
      [11, 5, 1],
    ],
    {},
    [11, 10],
  ],
  ['one for each author', three, { authorOf: (row) => Math.min(row, 11) }, [11, 10]],
  ['what has no ticket is passed over', three, { take: (row) => row !== 11 }, [12, 10]],
  [
    'an unreadable score is not chosen',
    [
      [10, Number.NaN, 1],
      [11, 1, 1],
    ],
    {},
    [11],
  ],
  [
    'without a floor the urgent ones, whatever their fit',
    [
      [10, -5, 2],
      [11, 9, 1],
    ],
    { floor: Number.NEGATIVE_INFINITY },
    [10, 11],
  ],
])('chooses %s', (_, picks, rules, rows) => {
  expect(choose(picks, rules)).toEqual(rows);
});

test.each([
  [2, 0.7],
  [0, 0],
  [-0.35, -1],
  [Number.NaN, Number.NEGATIVE_INFINITY],
])('fit floor of a page worth %d is %d', (mean, floor) => {
  expect(fitFloorOf(defaultPolicy, mean)).toBeCloseTo(floor, 10);
});

test('never too many, never twice, never one author twice, never below the floor', () => {
  const pick = fc.tuple(
    fc.nat({ max: 30 }),
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.double({ min: 0, max: 9, noNaN: true }),
  );
  const distinct = fc.uniqueArray(pick, { selector: ([row]) => row, maxLength: 25 });
  fc.assert(
    fc.property(distinct, fc.nat({ max: 6 }), fc.double({ min: -1, max: 1, noNaN: true }), (picks, slots, floor) => {
      const rows = choose(picks, { slots, floor, authorOf: (row) => row % 7 });
      expect(rows.length).toBeLessThanOrEqual(Math.min(slots, 4));
      expect(new Set(rows.map((row) => row % 7)).size).toBe(rows.length);
      for (const row of rows) {
        const score = picks.find(([other]) => other === row)?.[1] as number;
        expect(Math.fround(score)).toBeGreaterThanOrEqual(floor);
      }
    }),
  );
});
