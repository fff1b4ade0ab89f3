import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import {
  type Estimate,
  type ExpectedRewards,
  effectiveSize,
  estimateDoublyRobust,
  estimateIps,
  estimateSnips,
  type LoggedChoices,
} from './estimators.ts';

// Three kinds of viewers, four notes: chance of a like, of being shown by the log, and by the policy in question.
const likes = [
  [0.1, 0.2, 0.05, 0.4],
  [0.3, 0.05, 0.1, 0.1],
  [0.02, 0.5, 0.2, 0.1],
];
const logged = [
  [0.4, 0.3, 0.2, 0.1],
  [0.25, 0.25, 0.25, 0.25],
  [0.6, 0.1, 0.2, 0.1],
];
const target = [
  [0.1, 0.2, 0.1, 0.6],
  [0.7, 0.1, 0.1, 0.1],
  [0.1, 0.6, 0.2, 0.1],
];
const truth = average(likes.map((row, kind) => dot(row, target[kind] as number[])));

describe('estimates of a policy that was not the one of the log', () => {
  it('hold the true value in about 95 of 100 logs', () => {
    const logs = Array.from({ length: 300 }, (_, seed) => simulate(seed, 1_500));
    // Four standard errors of 300 trials at 0.95 are 0.05.
    expect(coverage(logs.map(({ log }) => estimateIps(log)))).toBeCloseTo(0.95, 1);
    expect(coverage(logs.map(({ log }) => estimateSnips(log)))).toBeCloseTo(0.95, 1);
    expect(coverage(logs.map(({ log, model }) => estimateDoublyRobust(log, model)))).toBeCloseTo(0.95, 1);
  });

  it('are not what the log itself would say', () => {
    const { log } = simulate(1, 20_000);
    const naive = average([...log.rewards]);
    expect(Math.abs(naive - truth)).toBeGreaterThan(0.1);
    expect(Math.abs(estimateIps(log).value - truth)).toBeLessThan(0.02);
  });

  it('are narrower with a model that is roughly right', () => {
    const { log, model } = simulate(2, 5_000);
    const ips = estimateIps(log);
    const robust = estimateDoublyRobust(log, model);
    expect(robust.high - robust.low).toBeLessThan(0.9 * (ips.high - ips.low));
  });

  it('stay right with a model that is wrong', () => {
    const estimates = Array.from({ length: 100 }, (_, seed) => {
      const { log, model } = simulate(1_000 + seed, 1_500);
      return estimateDoublyRobust(log, { ofChoice: model.ofChoice.fill(0.9), ofTarget: model.ofTarget.fill(0.9) });
    });
    expect(Math.abs(average(estimates.map(({ value }) => value)) - truth)).toBeLessThan(0.015);
    expect(coverage(estimates)).toBeGreaterThan(0.85);
  });

  it('fall back to the plain mean when both policies are one', () => {
    const { log } = simulate(3, 100);
    const same = { ...log, targets: log.propensities };
    expect(estimateIps(same).value).toBeCloseTo(average([...log.rewards]), 12);
    expect(estimateSnips(same).value).toBeCloseTo(average([...log.rewards]), 12);
    expect(effectiveSize(same)).toBeCloseTo(100, 9);
    expect(effectiveSize(log)).toBeLessThan(100);
  });
});

function simulate(seed: number, count: number): { log: LoggedChoices; model: ExpectedRewards } {
  const random = seededRandom(`estimators:${seed}`);
  const column = () => new Float64Array(count);
  const log = { rewards: column(), propensities: column(), targets: column() };
  const model = { ofChoice: column(), ofTarget: column() };
  for (let index = 0; index < count; index += 1) {
    const kind = Math.floor(random() * likes.length);
    const [chances, shown, wanted] = [likes[kind], logged[kind], target[kind]] as [number[], number[], number[]];
    const note = draw(shown, random());
    log.rewards[index] = random() < (chances[note] as number) ? 1 : 0;
    log.propensities[index] = shown[note] as number;
    log.targets[index] = wanted[note] as number;
    // A model that is a fifth too cautious.
    model.ofChoice[index] = 0.8 * (chances[note] as number);
    model.ofTarget[index] = 0.8 * dot(chances, wanted);
  }
  return { log, model };
}

function draw(chances: number[], at: number): number {
  let sum = 0;
  return Math.max(
    0,
    chances.findIndex((chance) => {
      sum += chance;
      return at < sum;
    }),
  );
}

function coverage(estimates: Estimate[]): number {
  return average(estimates.map(({ low, high }) => (low <= truth && truth <= high ? 1 : 0)));
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function dot(one: number[], other: number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] as number), 0);
}
