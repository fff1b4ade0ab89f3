import {
  type Estimate,
  type ExpectedRewards,
  effectiveSize,
  estimateDoublyRobust,
  estimateIps,
  estimateSnips,
  type LoggedChoices,
  type Random,
  seededRandom,
} from '@teahouse/engine';
import { spreadOf } from './measures.ts';
import type { FigureRow, SetReport, TargetLine } from './set-report.ts';

// A house of its own: tastes of viewers, notes to choose from, and logs long enough for rates of some percent.
const LOGS = 400;
const CHOICES = 4_000;
const KINDS = 12;
const NOTES = 15;

interface World {
  /** Chance that a kind of viewer likes a note. */
  likes: number[][];
  /** Chance of each note under the policy of the log, and under the one in question. */
  logging: number[][];
  target: number[][];
  /** What the policy in question is truly worth. */
  truth: number;
}

type Estimator = (log: LoggedChoices, model: ExpectedRewards) => Estimate;

const estimators: [string, Estimator][] = [
  ['mean of the log, as if it were the other policy', (log) => estimateIps({ ...log, targets: log.propensities })],
  ['IPS', estimateIps],
  ['SNIPS', estimateSnips],
  ['doubly robust', estimateDoublyRobust],
];

/**
 * Whether a replay can be believed: logs of one policy with known propensities are asked what another, known policy would be worth.
 * Intervals of 95 % must hold the truth in about 95 of 100 logs.
 */
export function run(): SetReport {
  const startedAt = performance.now();
  const world = makeWorld(seededRandom('replay:world'));
  const logs = Array.from({ length: LOGS }, (_, seed) => writeLog(world, seededRandom(`replay:${seed}`)));
  const rows = estimators.map(([name, estimate]) =>
    rowOf(
      name,
      world.truth,
      logs.map(({ log, model }) => estimate(log, model)),
    ),
  );
  const size = spreadOf(logs.map(({ log }) => effectiveSize(log))).mean;
  return {
    set: 'replay',
    about: `${LOGS} simulated logs of ${CHOICES} choices among ${NOTES} notes, worth ${Math.round(size)} of the other policy; true value ${world.truth.toFixed(4)}`,
    rows,
    targets: rows.slice(1).map(targetOf),
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

function makeWorld(random: Random): World {
  const table = () => Array.from({ length: KINDS }, () => Array.from({ length: NOTES }, random));
  const likes = table().map((row) => row.map((chance) => 0.3 * chance ** 3));
  // The log follows tastes of its own with some exploration; the other policy follows the likes.
  const logging = table().map((row) => softmax(row.map((taste) => 2 * taste)));
  const target = likes.map((row) => softmax(row.map((chance) => 10 * chance)));
  const truth = spreadOf(likes.map((row, kind) => dot(row, target[kind] as number[]))).mean;
  return { likes, logging, target, truth };
}

function writeLog({ likes, logging, target }: World, random: Random): { log: LoggedChoices; model: ExpectedRewards } {
  const column = () => new Float64Array(CHOICES);
  const log = { rewards: column(), propensities: column(), targets: column() };
  const model = { ofChoice: column(), ofTarget: column() };
  for (let index = 0; index < CHOICES; index += 1) {
    const kind = Math.floor(random() * KINDS);
    const [chances, shown, wanted] = [likes[kind], logging[kind], target[kind]] as [number[], number[], number[]];
    const note = draw(shown, random());
    log.rewards[index] = random() < (chances[note] as number) ? 1 : 0;
    log.propensities[index] = shown[note] as number;
    log.targets[index] = wanted[note] as number;
    // A scorer that knows the order of notes but not their rates: half of each, and a tenth too much for all.
    model.ofChoice[index] = 0.1 + 0.5 * (chances[note] as number);
    model.ofTarget[index] = 0.1 + 0.5 * dot(chances, wanted);
  }
  return { log, model };
}

function rowOf(model: string, truth: number, estimates: Estimate[]): FigureRow {
  const holds = estimates.map(({ low, high }) => (low <= truth && truth <= high ? 100 : 0));
  const figures = {
    meanEstimate: spreadOf(estimates.map(({ value }) => value)).mean,
    coveragePercent: spreadOf(holds).mean,
    width: spreadOf(estimates.map(({ low, high }) => high - low)).mean,
    rmse: Math.sqrt(spreadOf(estimates.map(({ value }) => (value - truth) ** 2)).mean),
  };
  return { model, protocol: `${LOGS} logs`, figures };
}

// Three standard errors of 400 trials at 95 %.
const TOLERANCE_PERCENT = 3.3;

function targetOf({ model, figures }: FigureRow): TargetLine {
  const coverage = figures.coveragePercent ?? 0;
  return {
    name: `${model}: intervals that hold the truth`,
    target: `95 ± ${TOLERANCE_PERCENT} %`,
    measured: `${coverage.toFixed(1)} %`,
    met: Math.abs(coverage - 95) <= TOLERANCE_PERCENT,
  };
}

function softmax(values: number[]): number[] {
  const powers = values.map(Math.exp);
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function draw(chances: number[], at: number): number {
  let sum = 0;
  for (let note = 0; note < chances.length; note += 1) {
    sum += chances[note] as number;
    if (at < sum) return note;
  }
  return chances.length - 1;
}

function dot(one: number[], other: number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] as number), 0);
}
