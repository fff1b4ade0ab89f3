import type { TrafficPolicy } from '../traffic/policy.ts';
import type { PoolPicks } from './pools.ts';

// Fit decides among the urgent ones; who is behind weighs more, up to four times, who is ahead less.
const LEAST_HASTE = 0.5;
const MOST_HASTE = 4;

/** Scratch for the picks of a page; one for each thread. */
export function poolPicks(size = 60): PoolPicks {
  return {
    rows: new Uint32Array(size),
    scores: new Float32Array(size),
    urgencies: new Float32Array(size),
    count: 0,
  };
}

/**
 * The pick of the best fit that is not below the floor, one for each author, as often as there are slots.
 *
 * @param take takes the pick's ticket; a pick without one is passed over
 * @returns how many indexes were written to `chosen`
 */
export function chooseFirstPool(
  picks: PoolPicks,
  { slots, floor, authorOf, take }: ChoosingRules,
  chosen: Uint32Array,
): number {
  let count = 0;
  for (let round = 0; round < picks.count && count < Math.min(slots, chosen.length); round += 1) {
    const best = bestFit(picks, floor);
    if (best < 0) break;
    const row = picks.rows[best] as number;
    const author = authorOf(row);
    if (!hasAuthor(picks, chosen, count, author, authorOf) && take(row)) {
      chosen[count] = best;
      count += 1;
    }
    // Below every floor: looked at, once and for all.
    picks.urgencies[best] = -1;
  }
  return count;
}

export interface ChoosingRules {
  slots: number;
  floor: number;
  authorOf: (row: number) => number;
  take: (row: number) => boolean;
}

/** Lowest score that may be tried on a viewer, against the mean of the page's other notes. */
export function fitFloorOf({ firstPool }: TrafficPolicy, pageMean: number): number {
  if (!Number.isFinite(pageMean)) return Number.NEGATIVE_INFINITY;
  return pageMean > 0 ? firstPool.fitFloor * pageMean : pageMean / Math.max(0.01, firstPool.fitFloor);
}

function bestFit({ count, scores, urgencies }: PoolPicks, floor: number): number {
  let best = -1;
  let most = -1;
  for (let pick = 0; pick < count; pick += 1) {
    const urgency = urgencies[pick] as number;
    const above = (scores[pick] as number) - floor;
    if (urgency < 0 || !(above >= 0)) continue;
    const weight = Number.isFinite(floor) ? above * haste(urgency) : haste(urgency);
    if (weight > most) {
      most = weight;
      best = pick;
    }
  }
  return best;
}

function haste(urgency: number): number {
  return Math.min(MOST_HASTE, Math.max(LEAST_HASTE, urgency));
}

function hasAuthor(
  { rows }: PoolPicks,
  chosen: Uint32Array,
  count: number,
  author: number,
  authorOf: (row: number) => number,
): boolean {
  for (let index = 0; index < count; index += 1) {
    if (authorOf(rows[chosen[index] as number] as number) === author) return true;
  }
  return false;
}
