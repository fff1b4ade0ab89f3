import type { Columns } from '../memory/columns.ts';
import type { noteColumns } from '../notes/note-columns.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import { HEADS, type poolColumns, poolStates } from './pool-columns.ts';
import type { PoolStanding, Transition } from './pools.ts';
import { ageBandOf, openRateCells } from './rate-cells.ts';
import { chanceAbove, worthOf, yardstickOf } from './worth.ts';

type PoolColumns = Columns<typeof poolColumns>;
/** What the pools read of a note. */
export type PooledNotes = Pick<
  Columns<typeof noteColumns>,
  'noteAuthor' | 'noteTopics' | 'noteDuplicate' | 'notePublished' | 'noteLanguage' | 'noteAuthorGroup'
>;

export type Evidence = Pick<PoolStanding, 'rate' | 'chance' | 'cellMedian' | 'cellQuantile'>;

/** The pools above the first impression: who rises, who stops, who is shown by chance. */
export interface Ladder {
  /** Looks at a note that is not waiting, if it is at its pool's bound. @param now seconds since the epoch */
  judge(row: number, now: number): void;
  evidenceOf(row: number, now: number): Evidence;
  /** Impressions up to which the note's pool reaches; Infinity for an open one. */
  boundOf(row: number): number;
}

const CERTAIN = 255;
// An undecided note is looked at again after a twentieth more impressions, at least ten: less tells nothing new.
const LEAST_NEW_IMPRESSIONS = 10;
const NEW_SHARE = 0.05;

export interface LadderParts {
  columns: PoolColumns;
  notes: PooledNotes;
  policy: () => TrafficPolicy;
  emit: (transition: Transition) => void;
}

export function openLadder({ columns, notes, policy, emit }: LadderParts): Ladder {
  const { poolState, poolLevel, poolAdmission, poolQuota, poolImpressions, poolJudgedAt, poolActs, poolHouse } =
    columns;
  const cells = openRateCells(columns);
  const topicsPerNote = notes.noteTopics.length / notes.noteAuthor.length;

  function boundOf(row: number): number {
    const level = poolLevel[row] as number;
    const quota = poolQuota[row] as number;
    if (level === 1 && quota > 0) return quota;
    return policy().ladder.pools[level - 1] ?? Number.POSITIVE_INFINITY;
  }

  function cellOf(row: number, now: number): [topic: number, language: number, band: number] {
    const age = Math.max(0, now - (notes.notePublished[row] as number));
    return [notes.noteTopics[row * topicsPerNote] as number, notes.noteLanguage[row] as number, ageBandOf(age)];
  }

  function evidenceOf(row: number, now: number): Evidence {
    const yardstick = yardstickOf(policy(), poolHouse);
    const impressions = poolImpressions[row] as number;
    const rate = worthOf(poolActs, row * HEADS, impressions, yardstick);
    const cell = cellOf(row, now);
    const cellQuantile = cells.quantile(...cell, policy().ladder.quantile);
    return {
      rate,
      chance: chanceAbove(rate, impressions, cellQuantile, yardstick.dispersion),
      cellMedian: cells.quantile(...cell, 0.5),
      cellQuantile,
    };
  }

  function judge(row: number, now: number): void {
    const state = poolState[row] as number;
    const impressions = poolImpressions[row] as number;
    if (state < poolStates.rising || state === poolStates.open || impressions < boundOf(row)) return;
    const evidence = evidenceOf(row, now);
    if (state === poolStates.rising) cells.add(...cellOf(row, now), evidence.rate, now);
    poolJudgedAt[row] = impressions + Math.max(LEAST_NEW_IMPRESSIONS, Math.floor(impressions * NEW_SHARE));
    const { promoteAt, stopAt } = policy().ladder;
    if (evidence.chance >= promoteAt) promote(row, evidence, now);
    else if (state === poolStates.stopped) return;
    else if (evidence.chance <= stopAt) stop(row, evidence, now);
    else stand(row, poolStates.undecided, Math.round(evidence.chance * CERTAIN));
  }

  function promote(row: number, evidence: Evidence, now: number): void {
    const from = poolLevel[row] as number;
    const quota = boundOf(row);
    const why = poolState[row] === poolStates.stopped ? 'reopened' : 'promoted';
    poolLevel[row] = from + 1;
    const bound = boundOf(row);
    poolJudgedAt[row] = Math.max((poolImpressions[row] as number) + 1, Math.min(bound, 0xffff_ffff));
    stand(row, bound === Number.POSITIVE_INFINITY ? poolStates.open : poolStates.rising, CERTAIN);
    say(row, { ...evidence, from, why, quota }, now);
  }

  function stop(row: number, evidence: Evidence, now: number): void {
    stand(row, poolStates.stopped, 0);
    say(row, { ...evidence, from: poolLevel[row] as number, why: 'stopped', quota: boundOf(row) }, now);
  }

  function stand(row: number, state: number, admission: number): void {
    poolState[row] = state;
    poolAdmission[row] = admission;
  }

  function say(row: number, move: Evidence & Pick<Transition, 'from' | 'why' | 'quota'>, now: number): void {
    const impressions = poolImpressions[row] as number;
    emit({ row, at: now * 1_000, to: poolLevel[row] as number, impressions, ...move });
  }

  return { judge, evidenceOf, boundOf };
}
