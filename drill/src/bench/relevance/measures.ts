/** A model under test: gives every item a score for a member; what the member knows already is left out by the one who asks. */
export interface Model {
  name: string;
  /**
   * @param member number of the member in the training data
   * @param history their items, oldest first
   * @param out a score for every item
   */
  score(member: number, history: Uint32Array, out: Float32Array): void;
}

/** Gain of the one right item at a place, 0 being the first: 1 / log2(place + 2) within the first ten. */
export function gainAt(place: number): number {
  return place < 10 ? 1 / Math.log2(place + 2) : 0;
}

export interface Spread {
  mean: number;
  /** Half of the interval of 95 %. */
  margin: number;
}

// Two-sided 95 % of Student's t with 1 … 9 degrees of freedom; beyond, the normal distribution is near enough.
const STUDENT = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

export function spreadOf(values: readonly number[] | Float64Array): Spread {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  return { mean, margin: (STUDENT[values.length - 2] ?? 1.96) * error };
}

/**
 * Where the target stands among the items that are not skipped; equal scores are shared out half and half, so that a model that says
 * the same of all is no better than chance.
 */
export function placeAmong(scores: Float32Array, target: number, isSkipped: Uint8Array): number {
  const own = scores[target] as number;
  let above = 0;
  let equal = 0;
  for (let item = 0; item < scores.length; item += 1) {
    if (isSkipped[item] === 1 || item === target) continue;
    if ((scores[item] as number) > own) above += 1;
    else if (scores[item] === own) equal += 1;
  }
  return above + equal / 2;
}

/** The same among a sample of items. */
export function placeAmongSample(scores: Float32Array, target: number, sample: Uint32Array): number {
  const own = scores[target] as number;
  let above = 0;
  let equal = 0;
  for (const item of sample) {
    if ((scores[item] as number) > own) above += 1;
    else if (scores[item] === own) equal += 1;
  }
  return above + equal / 2;
}

/** The best `length` items that are not skipped, best first; among equals the lower number. */
export function topItems(scores: Float32Array, isSkipped: Uint8Array, length: number): number[] {
  const top: number[] = [];
  for (let item = 0; item < scores.length; item += 1) {
    if (isSkipped[item] === 1) continue;
    const score = scores[item] as number;
    if (top.length === length && score <= (scores[top[length - 1] as number] as number)) continue;
    let place = Math.min(top.length, length - 1);
    while (place > 0 && (scores[top[place - 1] as number] as number) < score) {
      top[place] = top[place - 1] as number;
      place -= 1;
    }
    top[place] = item;
  }
  return top;
}

export interface RankingFigures {
  ndcg: number;
  precision: number;
  recall: number;
}

/** nDCG, precision and recall at ten with equal gains, as MS Recommenders computes them. */
export function measureTop(top: readonly number[], relevant: ReadonlySet<number>): RankingFigures {
  const first = top.slice(0, 10);
  const hits = first.filter((item) => relevant.has(item)).length;
  const gained = first.reduce((sum, item, place) => sum + (relevant.has(item) ? gainAt(place) : 0), 0);
  let possible = 0;
  for (let place = 0; place < Math.min(10, relevant.size); place += 1) possible += gainAt(place);
  return { ndcg: gained / possible, precision: hits / 10, recall: hits / relevant.size };
}
