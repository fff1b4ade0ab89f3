import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { historiesOf, seededRandom } from '@teahouse/engine';
import { bpr } from './baselines/bpr.ts';
import { ials } from './baselines/ials.ts';
import { itemNeighbours, popularity } from './baselines/neighbours.ts';
import { type Model, measureTop, type RankingFigures, spreadOf, topItems } from './measures.ts';
import { ml100kFiles, readMl100k, type Split, splitRandomly } from './ml100k-data.ts';
import { ease } from './our-models.ts';
import type { FigureRow, Missing, SetReport } from './set-report.ts';

const SEEDS = 5;
export const PROTOCOL = '75/25 of each member at random';

// Chosen on a further 75/25 split of the training part (`--validation`).
export const LAMBDA = 500;
const IALS = { sweeps: 10, unseenWeight: 0.3, ridge: 0.01 };
const BPR = { factors: 8, epochs: 60, rate: 0.05, ridge: 0.01 };

/** From the table of MS Recommenders' benchmark, one split of its own. */
const published: FigureRow[] = [
  publishedRow('BiVAE', 0.475, 0.412, 0.219),
  publishedRow('BPR', 0.442),
  publishedRow('LightGCN', 0.42),
  publishedRow('SAR', 0.382),
  publishedRow('ALS', 0.044),
];

export interface Ml100kOptions {
  isValidation: boolean;
  say(line: string): void;
}

export async function run(folder: string, { isValidation, say }: Ml100kOptions): Promise<SetReport | Missing> {
  const missing = ml100kFiles.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) return { set: 'ml100k', missing };
  const startedAt = performance.now();
  const { items, histories } = await readMl100k(folder);
  const found = new Map<string, RankingFigures[]>();
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const split = splitOf(histories, seed, isValidation);
    for (const model of contenders(split, items, seed)) {
      found.set(model.name, [...(found.get(model.name) ?? []), measure(model, split, items)]);
    }
    say(`ml100k: split ${seed + 1} of ${SEEDS}`);
  }
  const rows = [...found].map(([model, figures]) => rowOf(model, figures));
  const best = rows.at(-1)?.figures.ndcg10 ?? 0;
  return {
    set: 'ml100k',
    about: `MovieLens-100k, ${PROTOCOL}, ${SEEDS} splits, all ratings count${isValidation ? ', VALIDATION part' : ''}`,
    rows: [...rows, ...published],
    targets: isValidation
      ? []
      : [{ name: 'ML-100k nDCG@10', target: '≥ 0.475', measured: best.toFixed(4), met: best >= 0.475 }],
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

export function splitOf(histories: readonly Uint32Array[], seed: number, isValidation = false): Split {
  const split = splitRandomly(histories, 0.75, `ml100k:${seed}`);
  return isValidation ? splitRandomly(split.training, 0.75, `ml100k:validation:${seed}`) : split;
}

function contenders({ training }: Split, items: number, seed: number): Model[] {
  const histories = historiesOf(training);
  const random = seededRandom(`ml100k:factors:${seed}`);
  return [
    popularity(histories, items),
    itemNeighbours(histories, items),
    bpr(histories, items, BPR, random),
    ...[8, 16, 64].map((factors) => ials(histories, items, { ...IALS, factors }, random)),
    ease(histories, items, LAMBDA),
  ];
}

function measure(model: Model, { training, relevant }: Split, items: number): RankingFigures {
  const scores = new Float32Array(items);
  const all: RankingFigures[] = [];
  training.forEach((history, member) => {
    const wanted = relevant[member];
    if (wanted === undefined || wanted.size === 0) return;
    model.score(member, history, scores);
    all.push(measureTop(topItems(scores, maskOf(history, items), 10), wanted));
  });
  return {
    ndcg: spreadOf(all.map(({ ndcg }) => ndcg)).mean,
    precision: spreadOf(all.map(({ precision }) => precision)).mean,
    recall: spreadOf(all.map(({ recall }) => recall)).mean,
  };
}

export function maskOf(history: Uint32Array, items: number): Uint8Array {
  const mask = new Uint8Array(items);
  for (const item of history) mask[item] = 1;
  return mask;
}

function rowOf(model: string, figures: RankingFigures[]): FigureRow {
  const ndcg = spreadOf(figures.map((one) => one.ndcg));
  return {
    model,
    protocol: PROTOCOL,
    figures: {
      ndcg10: ndcg.mean,
      ndcg10Margin: ndcg.margin,
      precision10: spreadOf(figures.map((one) => one.precision)).mean,
      recall10: spreadOf(figures.map((one) => one.recall)).mean,
    },
  };
}

function publishedRow(model: string, ndcg10: number, precision10?: number, recall10?: number): FigureRow {
  const more = precision10 === undefined || recall10 === undefined ? {} : { precision10, recall10 };
  return { model: `${model} (MS Recommenders)`, protocol: PROTOCOL, isPublished: true, figures: { ndcg10, ...more } };
}
