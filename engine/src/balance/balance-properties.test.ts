import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memberGroups } from '../traffic/facts.ts';
import { balanceColumns } from './balance-columns.ts';
import { armed, type BalanceWorld, balanceWorld, hour, noon } from './balance-world.fixture.ts';

const ROWS = 16;
const group = fc.constantFrom(...memberGroups);
const topics = fc.array(fc.nat({ max: 9_000 }), { maxLength: 6 });
const step = fc.record({
  kind: fc.constantFrom('publish', 'show', 'like', 'tick'),
  row: fc.nat({ max: ROWS - 1 }),
  group,
  topics,
  language: fc.nat({ max: 255 }),
  times: fc.integer({ min: 1, max: 80 }),
  minutes: fc.integer({ min: -5, max: 200 }),
});
const story = fc.array(step, { maxLength: 80 });

function live(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): BalanceWorld {
  const world = balanceWorld(armed, ROWS);
  let at = noon;
  for (const { kind, row, group, topics, language, times, minutes } of steps) {
    at += minutes * 60_000;
    if (kind === 'publish') world.publish(row, group, topics, language, at);
    if (kind === 'tick') world.balance.tick({ keptNewcomer: 1, lateNewcomer: 0.2 }, at);
    for (let n = 0; n < times; n += 1) {
      if (kind === 'show') world.show(row, group, at + n * 100);
      if (kind === 'like') world.balance.liking(row, memberGroups.indexOf(group), at);
    }
  }
  return world;
}

test('the same facts give the same bytes', () => {
  fc.assert(
    fc.property(story, (steps) => {
      const [one, other] = [live(steps), live(steps)].map(({ columns }) =>
        Object.keys(balanceColumns).map((name) => [
          ...columns[name as keyof typeof balanceColumns].subarray(0, 20_000),
        ]),
      );
      expect(one).toEqual(other);
    }),
    { numRuns: 5 },
  );
});

test('every number that members and operators see is a number', () => {
  fc.assert(
    fc.property(story, (steps) => {
      const { balance } = live(steps);
      const question = { rows: ROWS, impressions: new Uint32Array(ROWS), hours: 24, languageOf: String };
      const { gini, languageDivergence, nativePerNote, controllers, braked, cells } = balance.report(
        question,
        noon + hour,
      );
      const shares = [
        ...Object.values(gini),
        ...Object.values(languageDivergence),
        ...braked.map(({ chance }) => chance),
      ];
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      const others = [
        ...Object.values(nativePerNote),
        ...controllers.flatMap(({ output, measured }) => [output, measured]),
      ];
      expect(others.every((number) => Number.isFinite(number) && number >= 0)).toBe(true);
      expect(cells.every(({ impressionsPerNote }) => Number.isFinite(impressionsPerNote))).toBe(true);
      for (const topic of steps.flatMap(({ topics }) => topics)) {
        expect(balance.brakeOf(topic) >= 0 && balance.brakeOf(topic) <= 1).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
