import { memberGroups } from '../traffic/facts.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import { takeFromDay } from './daily-quota.ts';
import { openDuplicateGroups } from './duplicate-groups.ts';
import { countForForecast, decay, quotaNow } from './forecast.ts';
import type { Ladder, LadderParts } from './ladder.ts';
import { DEADLINE_SLOTS, house, NEWCOMER_LANE, poolStates, slotAt } from './pool-columns.ts';
import type { Tickets } from './tickets.ts';
import type { WaitingQueue } from './waiting-queue.ts';

const DAY = 86_400;
// The ring of deadlines holds 64 hours.
const MOST_HOURS = 60;
const NEWCOMER = memberGroups.indexOf('newcomer');

/** The first pools that are promised: from the entry of a note to the last impression owed, or to the deadline. Times in seconds. */
export interface Promises {
  /** Promises the note its first pool, unless its author or its near-duplicates have had theirs. */
  make(row: number, isFirstDay: boolean, now: number): boolean;
  /** A free impression of a waiting note. */
  deliver(row: number, now: number): void;
  /** The note goes while it waits. */
  withdraw(row: number, now: number): void;
  /** Ends what was due. */
  endOverdue(now: number): void;
  miss(row: number, now: number): void;
}

/** Time from entry to deadline. */
export function spanOf({ firstPool }: TrafficPolicy): number {
  return Math.min(firstPool.deadlineHours, MOST_HOURS) * 3_600;
}

interface PromiseParts extends LadderParts {
  queue: WaitingQueue;
  tickets: Tickets & { isLeased(): boolean };
  ladder: Ladder;
}

export function openPromises({ columns, notes, policy, emit, queue, tickets, ladder }: PromiseParts): Promises {
  const { poolState, poolQuota, poolDelivered, poolDeadline, poolSlotOwed, poolHouse } = columns;
  const groups = openDuplicateGroups(columns);

  function make(row: number, isFirstDay: boolean, now: number): boolean {
    const quota = quotaFor(row, now);
    const day = Math.floor(now / DAY);
    if (quota <= 0 || !takeFromDay(columns, policy(), notes.noteAuthor[row] as number, { isFirstDay, day }))
      return false;
    countForForecast(poolHouse, 'note', now);
    poolState[row] = poolStates.waiting;
    poolQuota[row] = quota;
    poolDelivered[row] = 0;
    poolDeadline[row] = now + spanOf(policy());
    owe(row, quota);
    queue.place(row, laneOf(row));
    poolHouse[house.waiting] = (poolHouse[house.waiting] as number) + 1;
    if (!tickets.isLeased()) tickets.set(row, quota);
    const group = notes.noteDuplicate[row] as number;
    if (group !== 0) groups.note(group, row, groups.usedBy(group), now);
    return true;
  }

  /** Near-duplicates share one quota: nothing while one of them waits, afterwards what it left. */
  function quotaFor(row: number, now: number): number {
    const quota = quotaNow(policy(), poolHouse, now);
    const group = notes.noteDuplicate[row] as number;
    if (group === 0) return quota;
    const other = groups.waitingOf(group);
    const waits = other >= 0 && poolState[other] === poolStates.waiting && notes.noteDuplicate[other] === group;
    return waits ? 0 : quota - groups.usedBy(group);
  }

  function laneOf(row: number): number {
    return notes.noteAuthorGroup[row] === NEWCOMER ? NEWCOMER_LANE : 0;
  }

  function owe(row: number, impressions: number): void {
    const slot = slotAt(poolDeadline[row] as number) % DEADLINE_SLOTS;
    poolSlotOwed[slot] = (poolSlotOwed[slot] as number) + impressions;
  }

  function deliver(row: number, now: number): void {
    const delivered = (poolDelivered[row] as number) + 1;
    poolDelivered[row] = delivered;
    owe(row, -1);
    if (delivered >= (poolQuota[row] as number)) end(row, 'reached', now);
    else queue.place(row, laneOf(row));
  }

  function miss(row: number, now: number): void {
    owe(row, (poolDelivered[row] as number) - (poolQuota[row] as number));
    end(row, 'missed', now);
  }

  function end(row: number, why: 'reached' | 'missed', now: number): void {
    leaveQueue(row, now);
    poolState[row] = poolStates.rising;
    remember(why, laneOf(row), now);
    const impressions = poolDelivered[row] as number;
    const evidence = ladder.evidenceOf(row, now);
    emit({ row, at: now * 1_000, from: 1, to: 1, why, impressions, quota: poolQuota[row] as number, ...evidence });
  }

  function leaveQueue(row: number, now: number): void {
    queue.remove(row);
    poolHouse[house.waiting] = (poolHouse[house.waiting] as number) - 1;
    tickets.set(row, 0);
    const group = notes.noteDuplicate[row] as number;
    if (group !== 0) groups.note(group, -1, groups.usedBy(group) + (poolDelivered[row] as number), now);
  }

  function remember(why: 'reached' | 'missed', lane: number, now: number): void {
    const kept = decay(poolHouse, house.keptAt, now, DAY);
    for (const sum of [house.kept, house.missed, house.keptNewcomer, house.missedNewcomer]) {
      poolHouse[sum] = (poolHouse[sum] as number) * kept;
    }
    const sums = why === 'reached' ? [house.kept, house.keptNewcomer] : [house.missed, house.missedNewcomer];
    for (const sum of sums.slice(0, lane === NEWCOMER_LANE ? 2 : 1)) poolHouse[sum] = (poolHouse[sum] as number) + 1;
  }

  return {
    make,
    deliver,
    miss,
    withdraw(row, now) {
      owe(row, (poolDelivered[row] as number) - (poolQuota[row] as number));
      leaveQueue(row, now);
    },
    endOverdue(now) {
      for (let row = queue.nextOverdue(now); row >= 0; row = queue.nextOverdue(now)) miss(row, now);
    },
  };
}
