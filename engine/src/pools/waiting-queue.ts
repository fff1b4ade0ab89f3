import type { Columns } from '../memory/columns.ts';
import { DEADLINE_SLOTS, house, LANES, type poolColumns, REMAINING_STEPS, slotAt } from './pool-columns.ts';

type PoolColumns = Columns<typeof poolColumns>;

const LISTS = LANES * REMAINING_STEPS;

/**
 * The waiting notes in buckets of lane × remaining eighths of the quota × deadline quarter-hour, each a linked list: a note moves at
 * most eight times, and the most urgent are found by merging 16 lists (collect-urgent.ts), however many notes wait.
 */
export interface WaitingQueue {
  /** Puts the row where it belongs now, at the end of its bucket. */
  place(row: number, lane: number): void;
  remove(row: number): void;
  /** A row whose deadline slot has passed, or −1. It must be removed before the next call. */
  nextOverdue(now: number): number;
}

export function openWaitingQueue(columns: PoolColumns): WaitingQueue {
  const { poolBucket, poolNext, poolPrevious, poolFirst, poolLast, poolBucketSize, poolDeadline } = columns;
  const { poolQuota, poolDelivered, poolHouse } = columns;

  function bucketOf(row: number, lane: number): number {
    const quota = poolQuota[row] as number;
    const remaining = Math.max(0, quota - (poolDelivered[row] as number));
    const step = Math.min(REMAINING_STEPS - 1, Math.floor((remaining * REMAINING_STEPS) / Math.max(1, quota)));
    return (lane * REMAINING_STEPS + step) * DEADLINE_SLOTS + (slotAt(poolDeadline[row] as number) % DEADLINE_SLOTS);
  }

  function place(row: number, lane: number): void {
    const bucket = bucketOf(row, lane);
    if (poolBucket[row] === bucket + 1) return;
    remove(row);
    const last = poolLast[bucket] as number;
    poolNext[row] = 0;
    poolPrevious[row] = last;
    if (last === 0) poolFirst[bucket] = row + 1;
    else poolNext[last - 1] = row + 1;
    poolLast[bucket] = row + 1;
    poolBucketSize[bucket] = (poolBucketSize[bucket] as number) + 1;
    poolBucket[row] = bucket + 1;
  }

  function remove(row: number): void {
    const bucket = (poolBucket[row] as number) - 1;
    if (bucket < 0) return;
    const next = poolNext[row] as number;
    const previous = poolPrevious[row] as number;
    if (previous === 0) poolFirst[bucket] = next;
    else poolNext[previous - 1] = next;
    if (next === 0) poolLast[bucket] = previous;
    else poolPrevious[next - 1] = previous;
    poolBucketSize[bucket] = (poolBucketSize[bucket] as number) - 1;
    poolBucket[row] = 0;
    // `poolNext` stays: a thread that stands on this row finds its way on.
  }

  function nextOverdue(now: number): number {
    const current = slotAt(now);
    // Once around the ring holds every waiting note, however long nobody looked.
    let slot = Math.max(poolHouse[house.sweptSlot] as number, current - DEADLINE_SLOTS);
    let row = -1;
    for (; slot < current; slot += 1) {
      row = firstIn(slot % DEADLINE_SLOTS);
      if (row >= 0) break;
    }
    poolHouse[house.sweptSlot] = slot;
    return row;
  }

  function firstIn(slot: number): number {
    for (let list = 0; list < LISTS; list += 1) {
      const first = poolFirst[list * DEADLINE_SLOTS + slot] as number;
      if (first !== 0) return first - 1;
    }
    return -1;
  }

  return { place, remove, nextOverdue };
}
