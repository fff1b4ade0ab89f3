import type { Random } from '../random.ts';
import { poolPicks } from './choose-first-pool.ts';
import type { Pools } from './pools.ts';

/** What a drawn page needs to fill its first-pool slots. */
export interface FirstPoolPage {
  pools: Pools;
  random: Random;
  /** `viewer * rows + row` of what was shown in a first pool. */
  seen: Set<number>;
  rows: number;
}

const picks = poolPicks();
const chosen = new Uint32Array(4);

/** First-pool slots of a page of 20, with fits drawn at random around the page's mean of 1. */
export function chooseFirstPoolRows(
  page: FirstPoolPage,
  viewer: number,
  newcomerUrgency: number,
  at: number,
): number[] {
  const { pools, random, seen, rows } = page;
  const slots = pools.slotsFor({ viewer, impressions: 1_000, firstPoolImpressions: 0 }, 20, random(), at);
  if (slots === 0) return [];
  pools.collect(at, newcomerUrgency, (row) => !seen.has(viewer * rows + row), picks);
  for (let pick = 0; pick < picks.count; pick += 1) picks.scores[pick] = 0.5 + random();
  const count = pools.choose(picks, slots, 1, viewer + 1, at, chosen);
  return [...chosen.subarray(0, count)].map((pick) => {
    const row = picks.rows[pick] as number;
    seen.add(viewer * rows + row);
    return row;
  });
}
