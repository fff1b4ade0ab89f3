import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { historiesOf, rerankBySpectrum } from '@teahouse/engine';
import { dot, type Rerank, rerankByDpp, rerankByMmr } from './baselines/diversity.ts';
import { measureTop, spreadOf, topItems } from './measures.ts';
import { LAMBDA, maskOf, splitOf } from './ml100k.ts';
import { type Movielens100k, ml100kFiles, readMl100k } from './ml100k-data.ts';
import { ease } from './our-models.ts';
import type { FigureRow, Missing, SetReport, TargetLine } from './set-report.ts';

// The engine's window (design, The page); as many candidates and places as research §3.1 used.
const WINDOW = 10;
const CANDIDATES = 100;
const PLACES = 10;
const SPLITS = 5;
// The target of the design.
const GAIN_PERCENT = 5;
const LOSS_PERCENT = 1.5;

const curves: Record<string, { weights: number[]; rerank(input: Rerank, weight: number): ArrayLike<number> }> = {
  SSD: {
    weights: [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4],
    rerank: (input, weight) => rerankBySpectrum({ ...input, weight, window: WINDOW }),
  },
  MMR: { weights: [0.05, 0.1, 0.2, 0.3, 0.4], rerank: rerankByMmr },
  DPP: { weights: [0.02, 0.05, 0.1, 0.2, 0.3], rerank: rerankByDpp },
};

interface Figures {
  ndcg: number;
  ilad: number;
  genres: number;
}

/** What variety costs: EASE's best hundred of ML-100k, re-ranked by the films' genres. */
export async function run(folder: string): Promise<SetReport | Missing> {
  const missing = ml100kFiles.filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) return { set: 'diversity', missing };
  const startedAt = performance.now();
  const data = await readMl100k(folder);
  const lists = Array.from({ length: SPLITS }, (_, seed) => candidateLists(data, seed)).flat();
  const plain = average(lists, () => Array.from({ length: PLACES }, (_, place) => place));
  const rows: FigureRow[] = [rowOf('EASE as it is', plain, plain)];
  for (const [name, { weights, rerank }] of Object.entries(curves)) {
    for (const weight of weights) {
      rows.push(
        rowOf(
          `${name} ${weight}`,
          average(lists, (list) => rerank(list, weight)),
          plain,
        ),
      );
    }
  }
  return {
    set: 'diversity',
    about: `MovieLens-100k, ${SPLITS} splits of 75/25, the best ${CANDIDATES} of EASE re-ranked by genres, top ${PLACES}`,
    rows,
    targets: [targetOf('SSD', rows)],
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

interface CandidateList extends Rerank {
  items: number[];
  relevant: ReadonlySet<number>;
}

function candidateLists({ items, histories, genreVectors, genres }: Movielens100k, seed: number): CandidateList[] {
  const { training, relevant } = splitOf(histories, seed);
  const model = ease(historiesOf(training), items, LAMBDA);
  const scores = new Float32Array(items);
  return training.map((history, member) => {
    model.score(member, history, scores);
    const top = topItems(scores, maskOf(history, items), CANDIDATES);
    const vectors = new Float32Array(CANDIDATES * genres);
    top.forEach((item, place) => {
      vectors.set(genreVectors.subarray(item * genres, (item + 1) * genres), place * genres);
    });
    const own = Float32Array.from(top, (item) => scores[item] as number);
    return {
      items: top,
      relevant: relevant[member] ?? new Set(),
      scores: own,
      vectors,
      dimensions: genres,
      size: PLACES,
    };
  });
}

function average(lists: readonly CandidateList[], choose: (list: CandidateList) => ArrayLike<number>): Figures {
  const each = lists.filter(({ relevant }) => relevant.size > 0).map((list) => measure(list, Array.from(choose(list))));
  return {
    ndcg: spreadOf(each.map(({ ndcg }) => ndcg)).mean,
    ilad: spreadOf(each.map(({ ilad }) => ilad)).mean,
    genres: spreadOf(each.map(({ genres }) => genres)).mean,
  };
}

function measure({ items, relevant, vectors, dimensions }: CandidateList, chosen: number[]): Figures {
  let distance = 0;
  for (const one of chosen) {
    for (const other of chosen) if (one < other) distance += 1 - dot(vectors, one, other, dimensions);
  }
  const shown = Array.from({ length: dimensions }, (_, genre) =>
    chosen.some((place) => (vectors[place * dimensions + genre] as number) > 0),
  );
  return {
    ndcg: measureTop(
      chosen.map((place) => items[place] as number),
      relevant,
    ).ndcg,
    ilad: distance / ((chosen.length * (chosen.length - 1)) / 2),
    genres: shown.filter(Boolean).length,
  };
}

function rowOf(model: string, { ndcg, ilad, genres }: Figures, plain: Figures): FigureRow {
  const figures = {
    ndcg10: ndcg,
    ndcgLossPercent: 100 * (1 - ndcg / plain.ndcg),
    ilad,
    iladGainPercent: 100 * (ilad / plain.ilad - 1),
    genres,
  };
  return { model, protocol: 'top 10', figures };
}

function targetOf(name: string, rows: readonly FigureRow[]): TargetLine {
  const loss = lossAt(
    GAIN_PERCENT,
    rows.filter(({ model }) => model.startsWith(name)),
  );
  return {
    name: `${name}: nDCG lost where ILAD has grown by ${GAIN_PERCENT} %`,
    target: `≤ ${LOSS_PERCENT} %`,
    measured: loss === undefined ? 'never reached' : `${loss.toFixed(2)} %`,
    met: loss !== undefined && loss <= LOSS_PERCENT,
  };
}

// On the straight line between the two weights around it.
function lossAt(gain: number, curve: readonly FigureRow[]): number | undefined {
  let before = { ndcgLossPercent: 0, iladGainPercent: 0 };
  for (const { figures } of curve) {
    const { ndcgLossPercent = 0, iladGainPercent = 0 } = figures;
    if (iladGainPercent >= gain) {
      const part = (gain - before.iladGainPercent) / (iladGainPercent - before.iladGainPercent);
      return before.ndcgLossPercent + part * (ndcgLossPercent - before.ndcgLossPercent);
    }
    before = { ndcgLossPercent, iladGainPercent };
  }
  return undefined;
}
