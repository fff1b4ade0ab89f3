import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { historiesOf, seededRandom } from '@teahouse/engine';
import { bpr } from './baselines/bpr.ts';
import { ials } from './baselines/ials.ts';
import { itemNeighbours, popularity } from './baselines/neighbours.ts';
import { gainAt, type Model, placeAmong, placeAmongSample, spreadOf } from './measures.ts';
import { type Case, ml1mFiles, readMl1m } from './ml1m-data.ts';
import { blended, ease, easeOf, nextStep, transitions } from './our-models.ts';
import type { FigureRow, Missing, SetReport, TargetLine } from './set-report.ts';

export interface Ml1mOptions {
  /** Without the models that take minutes: both nightly jobs and iALS with 64 factors. */
  isQuick: boolean;
  /** Foretells the validation items of 512 members instead of the test items: for choosing. */
  isValidation: boolean;
  say(line: string): void;
}

const SEEDS = 5;
const NEGATIVES = 100;
const full = 'full ranking';
const sampled = '100 negatives';
const whole = 'full ranking, 512 members with the whole history';

/** As others published them, on versions and samples of their own. */
const published: FigureRow[] = [
  {
    model: 'Gorse, BPR and ALS k=8 (its test constant)',
    protocol: sampled,
    isPublished: true,
    figures: { ndcg10: 0.36 },
  },
  { model: 'SASRec (gSASRec repository)', protocol: full, isPublished: true, figures: { ndcg10: 0.1259, hr10: 0.239 } },
  { model: 'gSASRec', protocol: full, isPublished: true, figures: { ndcg10: 0.1726, hr10: 0.3 } },
];

export async function run(folder: string, options: Ml1mOptions): Promise<SetReport | Missing> {
  const missing = ml1mFiles.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) return { set: 'ml1m', missing };
  const startedAt = performance.now();
  const data = await readMl1m(folder);
  const { training, cases } = options.isValidation ? data.validation : data.test;
  const negatives = Array.from({ length: SEEDS }, (_, seed) => drawNegatives(cases, data.items, seed));
  const rows: FigureRow[] = [];
  for (const makeModel of contenders(training, data.items, options)) {
    const before = process.cpuUsage();
    const model = makeModel();
    const { user, system } = process.cpuUsage(before);
    const fitSeconds = (user + system) / 1e6;
    rows.push(...measure(model, cases, negatives, data.items, fitSeconds));
    options.say(`ml1m: ${model.name} (${fitSeconds.toFixed(1)} s of processor time to fit)`);
  }
  return {
    set: 'ml1m',
    about: `MovieLens-1M, the last item of each of ${cases.length} sequences, ${data.items} items${options.isValidation ? ', VALIDATION items' : ''}`,
    rows: [...rows, ...published],
    targets: options.isValidation ? [] : targetsOf(rows),
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

// What was chosen: see "How it was chosen" in docs/benchmarks.md.
const LAMBDA = 400;
const EASE_HALF_LIFE = 10;
const SHARES = { transitions: 0.7, nextStep: 1, ease: 0.3 };
const IALS = { sweeps: 12, unseenWeight: 0.1, ridge: 0.003 };
// The hyper-parameters of Gorse's own test of ML-1M.
const BPR = { factors: 8, epochs: 30, rate: 0.05, ridge: 0.01 };

// Made one after the other, so that only the shared ones stay in memory.
function contenders(training: Uint32Array[], items: number, { isQuick }: Ml1mOptions): (() => Model)[] {
  const histories = historiesOf(training);
  const live = once(() => transitions(histories, items, 512));
  const plain = once(() => ease(histories, items, LAMBDA));
  const recent = once(() => easeOf(plain().weights, items, EASE_HALF_LIFE));
  const next = once(() => nextStep(histories, items));
  const quick = [
    () => popularity(histories, items),
    () => itemNeighbours(histories, items),
    () => bpr(histories, items, BPR, seededRandom('ml1m:bpr')),
    () => ials(histories, items, { ...IALS, factors: 8 }, seededRandom('ml1m:ials')),
    () => transitions(histories, items, 16),
    live,
  ];
  if (isQuick) return quick;
  return [
    ...quick,
    () => ials(histories, items, { ...IALS, factors: 64 }, seededRandom('ml1m:ials')),
    plain,
    recent,
    () =>
      blended(
        [
          [recent(), 0.5],
          [live(), 1],
        ],
        items,
      ),
    next,
    () =>
      blended(
        [
          [live(), SHARES.transitions],
          [next(), SHARES.nextStep],
          [recent(), SHARES.ease],
        ],
        items,
      ),
  ];
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A hundred items for each case that its member does not know. */
function drawNegatives(cases: readonly Case[], items: number, seed: number): Uint32Array[] {
  const random = seededRandom(`ml1m:negatives:${seed}`);
  return cases.map(({ known }) => {
    const taken = new Set(known);
    const sample = new Uint32Array(NEGATIVES);
    for (let drawn = 0; drawn < NEGATIVES; ) {
      const item = Math.floor(random() * items);
      if (taken.has(item)) continue;
      taken.add(item);
      sample[drawn] = item;
      drawn += 1;
    }
    return sample;
  });
}

function measure(model: Model, cases: readonly Case[], negatives: Uint32Array[][], items: number, fitSeconds: number) {
  const scores = new Float32Array(items);
  const isSkipped = new Uint8Array(items);
  const places = new Float64Array(cases.length);
  const sampledPlaces = negatives.map(() => new Float64Array(cases.length));
  cases.forEach(({ member, history, target }, index) => {
    model.score(member, history, scores);
    for (const item of history) isSkipped[item] = 1;
    places[index] = placeAmong(scores, target, isSkipped);
    for (const item of history) isSkipped[item] = 0;
    sampledPlaces.forEach((column, seed) => {
      column[index] = placeAmongSample(scores, target, negatives[seed]?.[index] as Uint32Array);
    });
  });
  const isWhole = cases.map((one) => one.isWhole);
  return [
    rowOfSeeds(model.name, sampledPlaces, fitSeconds),
    rowOfMembers(model.name, full, places),
    ...(isWhole.includes(false)
      ? [
          rowOfMembers(
            model.name,
            whole,
            places.filter((_, index) => isWhole[index]),
          ),
        ]
      : []),
  ];
}

// Between the seeds the negatives differ, not the members.
function rowOfSeeds(model: string, bySeed: Float64Array[], fitSeconds: number): FigureRow {
  const ndcg = spreadOf(bySeed.map((places) => spreadOf(places.map(gainAt)).mean));
  const hits = spreadOf(bySeed.map((places) => spreadOf(places.map(hitAt)).mean));
  const figures = { ndcg10: ndcg.mean, ndcg10Margin: ndcg.margin, hr10: hits.mean, fitSeconds };
  return { model, protocol: sampled, figures };
}

function rowOfMembers(model: string, protocol: string, places: Float64Array): FigureRow {
  const ndcg = spreadOf(places.map(gainAt));
  const figures = { ndcg10: ndcg.mean, ndcg10Margin: ndcg.margin, hr10: spreadOf(places.map(hitAt)).mean };
  return { model, protocol, figures };
}

function hitAt(place: number): number {
  return place < 10 ? 1 : 0;
}

function targetsOf(rows: readonly FigureRow[]): TargetLine[] {
  const ours = rows.at(-1)?.model;
  const of = (protocol: string) =>
    rows.find((row) => row.model === ours && row.protocol === protocol)?.figures.ndcg10 ?? 0;
  return [
    line(`ML-1M NDCG@10, ${sampled}`, 0.5, of(sampled)),
    line(`ML-1M NDCG@10, ${full}`, 0.126, of(full)),
    line(`ML-1M NDCG@10, ${whole}`, 0.126, of(whole)),
  ];
}

function line(name: string, target: number, measured: number): TargetLine {
  return { name, target: `≥ ${target}`, measured: measured.toFixed(4), met: measured >= target };
}
