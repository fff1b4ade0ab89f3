import {
  addRecentScores,
  blend,
  type Histories,
  learnEase,
  learnNextStep,
  openColumns,
  openTransitions,
  transitionColumnsOf,
} from '@teahouse/engine';
import type { Model } from './measures.ts';

/** The nightly job: see `learnEase`. With a half-life, in places, the last items say more about the next one. */
export function ease(histories: Histories, items: number, lambda: number): LinearModel {
  return easeOf(learnEase(histories, items, lambda), items);
}

export function easeOf(weights: Float32Array, items: number, halfLife = Number.POSITIVE_INFINITY): LinearModel {
  const name = Number.isFinite(halfLife) ? `EASE, half-life ${halfLife}` : 'EASE';
  return { name, weights, score: (_member, history, out) => scoreLinear(weights, items, history, halfLife, out) };
}

export interface LinearModel extends Model {
  weights: Float32Array;
}

// Chosen like the rest of `ml1m.ts`.
const NEXT_STEP = { pastHalfLife: 10, futureHalfLife: 4, lambda: 200, damping: 0.25 };

/** The other nightly job: see `learnNextStep`. */
export function nextStep(histories: Histories, items: number): Model {
  const weights = learnNextStep(histories, items, NEXT_STEP);
  return {
    name: 'next step',
    score: (_member, history, out) => scoreLinear(weights, items, history, NEXT_STEP.pastHalfLife, out),
  };
}

// What was seen last counts most; the tenth place back is nothing (chosen with the rest).
const LAST = 10;
const LAST_HALF_LIFE = 2;

/** What runs live: the engine's own lists, told step by step. `length` neighbours a note, 16 in the house. */
export function transitions({ starts, rows }: Histories, items: number, length: number): Model {
  const lists = openTransitions(openColumns(transitionColumnsOf(length), { notes: items }));
  for (let member = 0; member + 1 < starts.length; member += 1) {
    const history = rows.subarray(starts[member], starts[member + 1]);
    history.forEach((row, at) => {
      lists.observe(lastOf(history.subarray(0, at)), row, 0);
    });
  }
  const near = { rows: new Uint32Array(length), scores: new Float32Array(length) };
  return {
    name: `transitions, lists of ${length}`,
    score: (_member, history, out) => {
      out.fill(0);
      lastOf(history).forEach((row, place) => {
        const count = lists.neighbours(row, near);
        for (let index = 0; index < count; index += 1) {
          const to = near.rows[index] as number;
          out[to] = (out[to] as number) + 2 ** (-place / LAST_HALF_LIFE) * (near.scores[index] as number);
        }
      });
    },
  };
}

export function blended(parts: readonly (readonly [Model, number])[], items: number): Model {
  const sources = parts.map(() => new Float32Array(items));
  const shares = parts.map(([, share]) => share);
  return {
    name: parts.map(([model]) => model.name.replace(/,.*/, '')).join(' + '),
    score: (member, history, out) => {
      parts.forEach(([model], index) => {
        model.score(member, history, sources[index] as Float32Array);
      });
      blend(sources, shares, out);
    },
  };
}

function scoreLinear(weights: Float32Array, items: number, history: Uint32Array, halfLife: number, out: Float32Array) {
  out.fill(0);
  addRecentScores(weights, items, Uint32Array.from(history).reverse(), halfLife, out);
}

function lastOf(history: Uint32Array): Uint32Array {
  return history.slice(-LAST).reverse();
}
