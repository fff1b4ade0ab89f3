import { expect, test } from 'vitest';
import { defaultPolicy } from '../traffic/policy.ts';
import { allKept, armed, balanceWorld, hour, minute, noon } from './balance-world.fixture.ts';

const languageOf = (code: number) => ['und', 'zh', 'en'][code] ?? 'other';
const question = { rows: 64, impressions: new Uint32Array(64), hours: 24, languageOf };

test('counts who is shown whose notes in which language, for a day', () => {
  const { balance, publish, show } = balanceWorld();
  publish(0, 'native', [1], 1, noon);
  publish(1, 'newcomer', [2], 2, noon);
  for (let n = 0; n < 30; n += 1) show(0, 'native', noon);
  for (let n = 0; n < 10; n += 1) show(1, 'native', noon + hour);
  for (let n = 0; n < 20; n += 1) show(1, 'newcomer', noon + hour);
  const { cells, disproportion } = balance.report(
    { ...question, active: { native: 90, newcomer: 10, returning: 0 } },
    noon + 2 * hour,
  );
  expect(cells.filter(({ impressions }) => impressions > 0)).toEqual([
    { creators: 'native', viewers: 'native', language: 'zh', impressions: 30, notes: 1, impressionsPerNote: 30 },
    { creators: 'newcomer', viewers: 'native', language: 'en', impressions: 10, notes: 1, impressionsPerNote: 10 },
    { creators: 'newcomer', viewers: 'newcomer', language: 'en', impressions: 20, notes: 1, impressionsPerNote: 20 },
  ]);
  expect(disproportion.newcomer).toBeCloseTo(0.5 / 0.1);
  expect(disproportion.native).toBeCloseTo(0.5 / 0.9);
  expect(disproportion.returning).toBeUndefined();
  expect(balance.report(question, noon + 26 * hour).cells).toEqual([]);
});

test('languages beyond those told apart are counted together', () => {
  const { balance, publish, show } = balanceWorld();
  for (const [row, language] of [31, 40, 255].entries()) {
    publish(row, 'native', [], language, noon);
    show(row, 'native', noon);
  }
  expect(balance.report(question, noon).cells).toMatchObject([
    { impressions: 3, notes: 3 },
    { viewers: 'newcomer', notes: 3 },
    { viewers: 'returning', notes: 3 },
  ]);
});

test('languages liked against languages shown', () => {
  const { balance, publish, show } = balanceWorld();
  publish(0, 'native', [], 1, noon);
  publish(1, 'newcomer', [], 2, noon);
  for (let n = 0; n < 50; n += 1) {
    show(n % 2, 'native', noon);
    balance.liking(0, 0, noon);
    show(n % 2, 'newcomer', noon);
    balance.liking(n % 2, 1, noon);
  }
  const { languageDivergence } = balance.report(question, noon);
  expect(languageDivergence.native).toBeCloseTo(0.311, 2);
  expect(languageDivergence.newcomer).toBe(0);
});

test('Gini over the listed notes of the last hours, by creators', () => {
  const { balance, publish, columns } = balanceWorld();
  for (const row of [0, 1, 2, 3]) publish(row, row < 2 ? 'native' : 'newcomer', [], 1, noon);
  publish(4, 'native', [], 1, noon - 48 * hour);
  publish(5, 'native', [], 1, noon);
  columns.noteState[5] = 0;
  const impressions = Uint32Array.from([5, 5, 0, 10, 9_999, 9_999]);
  const { gini } = balance.report({ ...question, rows: 6, impressions }, noon);
  expect(gini).toMatchObject({ native: 0, newcomer: 0.5, returning: 0 });
  expect(gini.all).toBeCloseTo(0.375);
});

test('idle, the controllers ask for nothing, whatever is measured', () => {
  const { balance, publish, show } = balanceWorld();
  publish(0, 'newcomer', [1], 2, noon);
  for (let n = 0; n < 3_000; n += 1) {
    show(0, 'native', noon + n * 1_000, { preferredNewcomers: 0.05 });
    balance.tick({ keptNewcomer: 0, lateNewcomer: 1 }, noon + n * 1_000);
  }
  expect(balance.outputs()).toEqual({ nativeBoost: 1, newcomerUrgency: 1, newcomerCeiling: Number.POSITIVE_INFINITY });
  const { controllers, isArmed } = balance.report(question, noon + hour);
  expect(isArmed).toBe(false);
  expect(controllers.map(({ output, integral }) => [output, integral])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(controllers[2]?.measured).toBeGreaterThan(1.25);
});

test('armed, late promises and too many newcomers are answered, and disarming forgets', () => {
  const { balance, publish, show } = balanceWorld(armed);
  publish(0, 'newcomer', [1], 2, noon);
  publish(1, 'native', [2], 1, noon);
  for (let n = 0; n < 3_600; n += 1) {
    const at = noon + n * 1_000;
    show(n % 2, 'native', at, { preferredNewcomers: 0.2 });
    balance.tick({ keptNewcomer: 1, lateNewcomer: 0.3 }, at);
  }
  const { newcomerUrgency, newcomerCeiling, nativeBoost } = balance.outputs();
  expect(newcomerUrgency).toBeGreaterThan(2);
  expect(newcomerCeiling).toBeLessThan(0.75);
  expect(newcomerCeiling).toBeGreaterThanOrEqual(1.25 * 0.4);
  expect(nativeBoost).toBe(1);
  balance.usePolicy(defaultPolicy);
  balance.tick(allKept, noon + 2 * hour);
  balance.usePolicy(armed);
  expect(balance.outputs()).toEqual({ nativeBoost: 1, newcomerUrgency: 1, newcomerCeiling: 1.25 });
});

test('first pools stand outside the ceiling', () => {
  const { balance, publish, show } = balanceWorld(armed);
  publish(0, 'newcomer', [1], 2, noon);
  for (let n = 0; n < 1_000; n += 1) show(0, 'native', noon + n, { isFirstPool: true });
  balance.tick(allKept, noon + 10 * minute);
  expect(balance.outputs().newcomerCeiling).toBe(1.25);
});

test('absurd times, groups and languages change nothing they should not', () => {
  const { balance, publish, show } = balanceWorld();
  publish(0, 'native', [1], 1, noon);
  for (const at of [Number.NaN, -5, 1e300, Number.POSITIVE_INFINITY, 0]) {
    balance.impression(
      { row: 0, viewerGroup: 9, traffic: 'free', isFirstPool: false, preferredNewcomers: Number.NaN },
      at,
    );
    balance.liking(0, -1, at);
    balance.tick(allKept, at);
  }
  show(0, 'native', noon + minute);
  expect(balance.report(question, noon + minute).cells).toMatchObject([{ impressions: 6 }, { notes: 1 }, { notes: 1 }]);
  expect(balance.brakeOf(1)).toBe(1);
});
