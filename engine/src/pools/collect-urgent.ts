import type { Columns } from '../memory/columns.ts';
import { DEADLINE_SLOTS, LANES, NEWCOMER_LANE, type poolColumns, REMAINING_STEPS, slotAt } from './pool-columns.ts';
import type { PoolPicks } from './pools.ts';

type PoolColumns = Columns<typeof poolColumns>;

const LISTS = LANES * REMAINING_STEPS;
// In the last minute all are alike.
const LEAST_SECONDS_LEFT = 60;
// Rows looked at for one page: enough to find 60 that this viewer may see, and an end to a list that another thread is changing.
const MOST_ROWS = 1_024;

/** Times in seconds since the epoch; `span` is the time from entry to deadline. */
export interface Collecting {
  now: number;
  span: number;
  newcomerUrgency: number;
  accepts: (row: number) => boolean;
}

/**
 * How far a note is behind: what remains of its quota against what remains of its time; 1 is on schedule.
 * Other threads may be changing the numbers: any answer is finite and not negative.
 */
export function urgencyOf(columns: PoolColumns, row: number, now: number, span: number): number {
  const quota = Math.max(1, columns.poolQuota[row] as number);
  const remaining = Math.max(0, quota - (columns.poolDelivered[row] as number));
  const left = Math.max(LEAST_SECONDS_LEFT, (columns.poolDeadline[row] as number) - now);
  return (remaining / quota) * (span / left);
}

/**
 * @returns a function that fills `picks` with the most urgent rows that are accepted, by merging the lists of waiting notes. It keeps
 *   scratch of its own: one for each thread.
 */
export function urgentCollector(columns: PoolColumns): (question: Collecting, picks: PoolPicks) => void {
  const { poolFirst, poolNext, poolBucket } = columns;
  const rows = new Int32Array(LISTS);
  const slots = new Int32Array(LISTS);
  const urgencies = new Float64Array(LISTS);
  let { now, span, newcomerUrgency, accepts }: Collecting = {
    now: 0,
    span: 1,
    newcomerUrgency: 1,
    accepts: () => false,
  };

  return function collect(question, picks) {
    ({ now, span, newcomerUrgency, accepts } = question);
    picks.count = 0;
    for (let list = 0; list < LISTS; list += 1) toSlot(list, slotAt(now));
    for (let looked = 0; looked < MOST_ROWS && picks.count < picks.rows.length; looked += 1) {
      const list = mostUrgent();
      if (list < 0) return;
      if (accepts(rows[list] as number)) take(list, picks);
      advance(list);
    }
  };

  function mostUrgent(): number {
    let best = -1;
    for (let list = 0; list < LISTS; list += 1) {
      if ((rows[list] as number) < 0) continue;
      if (best < 0 || (urgencies[list] as number) > (urgencies[best] as number)) best = list;
    }
    return best;
  }

  function take(list: number, picks: PoolPicks): void {
    picks.rows[picks.count] = rows[list] as number;
    picks.urgencies[picks.count] = urgencies[list] as number;
    picks.count += 1;
  }

  /** To the next row of the list. A row that has moved meanwhile leads into another list: its slot is left for now. */
  function advance(list: number): void {
    const row = rows[list] as number;
    const next = (poolNext[row] as number) - 1;
    if (next >= 0 && next < poolBucket.length && poolBucket[row] === bucketAt(list) + 1) stand(list, next);
    else toSlot(list, (slots[list] as number) + 1);
  }

  /** To the first row of the first slot that is not empty, from `start` on. */
  function toSlot(list: number, start: number): void {
    rows[list] = -1;
    for (let slot = start; slot <= slotAt(now + span) && (rows[list] as number) < 0; slot += 1) {
      slots[list] = slot;
      const first = (poolFirst[bucketAt(list)] as number) - 1;
      if (first >= 0 && first < poolBucket.length) stand(list, first);
    }
  }

  function bucketAt(list: number): number {
    return list * DEADLINE_SLOTS + ((slots[list] as number) % DEADLINE_SLOTS);
  }

  function stand(list: number, row: number): void {
    const factor = list >= REMAINING_STEPS * NEWCOMER_LANE ? newcomerUrgency : 1;
    rows[list] = row;
    urgencies[list] = urgencyOf(columns, row, now, span) * factor;
  }
}
