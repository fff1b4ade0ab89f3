import { candidateFlags, type PageCandidates } from '../page/composition.ts';

/** Halvings of the search for the lift: a page has far fewer slots than it can tell apart. */
const HALVINGS = 12;

/**
 * A viewer chose how much of their page may be in languages they do not read: that many of the best candidates shall be. All
 * foreign scores are raised (or lowered) by one amount, so that each group keeps its order.
 *
 * @param share part of the page, 0–1; the bound of page assembly still holds above it
 */
export function liftForeign(candidates: PageCandidates, share: number, size: number): void {
  const wanted = Math.round(share * size);
  let [low, high] = boundsOf(candidates);
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (foreignAmongBest(candidates, middle, size) < wanted) low = middle;
    else high = middle;
  }
  for (let index = 0; index < candidates.count; index += 1) {
    if (isForeign(candidates, index)) candidates.scores[index] = (candidates.scores[index] as number) + high;
  }
}

/** A lift by the whole range puts all foreign notes first, or last. */
function boundsOf({ scores, count }: PageCandidates): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < count; index += 1) {
    least = Math.min(least, scores[index] as number);
    most = Math.max(most, scores[index] as number);
  }
  const range = count === 0 ? 0 : most - least;
  return [-range, range];
}

/** Foreign notes that would be among the best if only the reader's own languages above them counted. */
function foreignAmongBest(candidates: PageCandidates, lift: number, size: number): number {
  const best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const isForeignAt = new Uint8Array(size);
  for (let index = 0; index < candidates.count; index += 1) {
    const foreign = isForeign(candidates, index);
    const score = (candidates.scores[index] as number) + (foreign ? lift : 0);
    if (size === 0 || score <= (best[size - 1] as number)) continue;
    let place = size - 1;
    for (; place > 0 && (best[place - 1] as number) < score; place -= 1) {
      best[place] = best[place - 1] as number;
      isForeignAt[place] = isForeignAt[place - 1] as number;
    }
    best[place] = score;
    isForeignAt[place] = foreign ? 1 : 0;
  }
  return isForeignAt.reduce((sum, one) => sum + one, 0);
}

function isForeign({ flags }: PageCandidates, index: number): boolean {
  return ((flags[index] as number) & candidateFlags.foreign) !== 0;
}
