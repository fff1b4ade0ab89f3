import { type CandidateList, sourceBits } from '../candidates/candidate-list.ts';
import type { Viewing } from '../candidates/viewing.ts';
import { hash32 } from '../hash.ts';
import type { ComposedPage } from '../page/composition.ts';
import { poolPicks } from '../pools/choose-first-pool.ts';
import type { PoolViewer } from '../pools/pools.ts';
import type { Acceptance } from './acceptance.ts';
import type { EngineParts } from './engine-parts.ts';
import type { PageRequest } from './page.ts';
import type { ScoredPage } from './score-candidates.ts';

/** Slots of a page whose mean score a first-pool pick is measured against. */
const MEAN_OF = 20;
/** Halvings by which the part of a slot that was drawn is measured: to one in 64. */
const HALVINGS = 6;

/** Notes that a page shows to a first audience. Scratch of one thread. */
export interface FirstPoolPicks {
  /** Notes that may be chosen, into the candidate list. */
  collect(request: PageRequest, size: number, list: CandidateList): void;
  /** Rows that were collected. */
  waiting(): Uint32Array;
  /** Chooses among them, once they are scored, and takes their tickets. */
  choose(request: PageRequest, scored: ScoredPage, list: CandidateList): void;
  /** Rows chosen, the most urgent first. */
  readonly rows: readonly number[];
  /** Chance with which the note was given a first-pool slot. */
  chanceOf(row: number): number;
  /** Tickets of notes that found no slot go back. */
  giveBackUnused(page: ComposedPage, viewer: number): void;
}

export function createFirstPoolPicker(
  { pools, balance, members }: EngineParts,
  viewing: Viewing,
  acceptance: Acceptance,
): FirstPoolPicks {
  const picks = poolPicks();
  const chosen = new Uint32Array(64);
  const best = new Float64Array(MEAN_OF);
  const rows: number[] = [];
  let slots = 0;
  let sure = 0;
  let drawnChance = 1;

  function poolViewer(request: PageRequest): PoolViewer {
    const { memberImpressions } = members.columns;
    const { member } = viewing;
    const counts = member < 0 ? [0, 0] : [memberImpressions[member * 2] ?? 0, memberImpressions[member * 2 + 1] ?? 0];
    return { viewer: hash32(request.viewer), firstPoolImpressions: counts[0] ?? 0, impressions: counts[1] ?? 0 };
  }

  /** The fraction of a slot beyond the sure ones, found by asking again with other chances. */
  function measureDraw(viewer: PoolViewer, size: number, now: number): void {
    sure = pools.slotsFor(viewer, size, 0, now);
    drawnChance = 1;
    if (slots <= sure) return;
    let [low, high] = [0, 1];
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = (low + high) / 2;
      if (pools.slotsFor(viewer, size, middle, now) > sure) high = middle;
      else low = middle;
    }
    drawnChance = Math.max(1 - high, 2 ** -HALVINGS);
  }

  function scorePicks(scored: ScoredPage, list: CandidateList): void {
    for (let pick = 0; pick < picks.count; pick += 1) {
      const place = list.placeOf(picks.rows[pick] as number);
      const index = place < 0 ? 0 : (scored.indexOfPlace[place] as number);
      picks.scores[pick] = index === 0 ? Number.NEGATIVE_INFINITY : (scored.scores[index - 1] as number);
    }
  }

  /** Mean of the best scores: what the page would be worth without first-pool slots. */
  function meanOfBest(scored: ScoredPage, list: CandidateList): number {
    let count = 0;
    for (let index = 0; index < scored.count; index += 1) {
      const onlyWaits = list.sources[scored.places[index] as number] === sourceBits['first-pool'];
      if (!onlyWaits) count = keepBest(best, count, scored.scores[index] as number);
    }
    let sum = 0;
    for (let index = 0; index < count; index += 1) sum += best[index] as number;
    return count === 0 ? Number.NaN : sum / count;
  }

  return {
    rows,
    collect(request, size, list) {
      picks.count = 0;
      rows.length = 0;
      const viewer = poolViewer(request);
      slots = pools.slotsFor(viewer, size, request.random(), request.now);
      if (slots <= 0) return;
      measureDraw(viewer, size, request.now);
      pools.collect(request.now, balance.outputs().newcomerUrgency, acceptance.mayBeTried, picks);
      for (let pick = 0; pick < picks.count; pick += 1) list.add(picks.rows[pick] as number, sourceBits['first-pool']);
    },
    waiting: () => picks.rows.subarray(0, picks.count),
    choose(request, scored, list) {
      if (slots <= 0 || picks.count === 0) return;
      scorePicks(scored, list);
      const mean = meanOfBest(scored, list);
      const viewer = hash32(request.viewer);
      const urgencies = Float32Array.from(picks.urgencies);
      const count = pools.choose(picks, Math.min(slots, chosen.length), mean, viewer, request.now, chosen);
      const indexes = Array.from(chosen.subarray(0, count));
      indexes.sort((one, other) => (urgencies[other] as number) - (urgencies[one] as number) || one - other);
      for (const index of indexes) rows.push(picks.rows[index] as number);
    },
    chanceOf: (row) => (rows.indexOf(row) >= sure ? drawnChance : 1),
    giveBackUnused(page, viewer) {
      for (const row of rows) if (!page.slots.some((slot) => slot.row === row)) pools.giveBack(row, viewer);
    },
  };
}

/** Keeps the largest values in falling order. @returns how many are kept */
function keepBest(best: Float64Array, count: number, value: number): number {
  if (!Number.isFinite(value) || (count === best.length && value <= (best[count - 1] as number))) return count;
  let place = Math.min(count, best.length - 1);
  for (; place > 0 && (best[place - 1] as number) < value; place -= 1) best[place] = best[place - 1] as number;
  best[place] = value;
  return Math.min(best.length, count + 1);
}
