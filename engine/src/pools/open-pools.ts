import type { Columns } from '../memory/columns.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import { chooseFirstPool, fitFloorOf } from './choose-first-pool.ts';
import { urgentCollector } from './collect-urgent.ts';
import { countForForecast, wantedSlots } from './forecast.ts';
import { openLadder, type PooledNotes } from './ladder.ts';
import { HEADS, house, type poolColumns, type poolLocalColumns, poolStates } from './pool-columns.ts';
import type { Pools, PoolViewer, Transition } from './pools.ts';
import { openPromises, spanOf } from './promises.ts';
import { forecastOf, standingOf } from './standing.ts';
import { openTickets } from './tickets.ts';
import { openWaitingQueue } from './waiting-queue.ts';
import { countWorth } from './worth.ts';

export type AllPoolColumns = Columns<typeof poolColumns> & Columns<typeof poolLocalColumns>;

const PAGE = 20;
// Tickets live ten minutes: once a minute is often enough to look for those that expired.
const SWEEP_SECONDS = 60;
const MOST_ACTS = 0xffff;
// Seconds are kept in 32 bits: until the year 2106, less a deadline.
const MOST_SECONDS = 2 ** 32 - 1e6;

/**
 * First pools and the ladder over shared columns. Every thread opens its own over the same memory; only the writer changes state.
 *
 * @param emit what happened to a note, in the order of the facts
 */
export function openPools(
  columns: AllPoolColumns,
  notes: PooledNotes,
  firstPolicy: TrafficPolicy,
  emit: (transition: Transition) => void = () => undefined,
): Pools {
  const { poolState, poolLevel, poolAdmission, poolImpressions, poolJudgedAt, poolActs, poolHouse, poolIsLeased } =
    columns;
  let currentPolicy = firstPolicy;
  let sweptAt = 0;
  const parts = { columns, notes, policy: () => currentPolicy, emit };
  const isLeased = () => poolIsLeased[0] === 1;
  const tickets = { ...openTickets(columns), isLeased };
  const queue = openWaitingQueue(columns);
  const ladder = openLadder(parts);
  const promises = openPromises({ ...parts, queue, tickets, ladder });
  const collectUrgent = urgentCollector(columns);

  /** Time only runs forwards: what comes late, or at no time at all, happens now. */
  function catchUp(at: number): number {
    const before = poolHouse[house.now] as number;
    const now = at / 1_000 > before && at / 1_000 < MOST_SECONDS ? Math.floor(at / 1_000) : before;
    poolHouse[house.now] = now;
    promises.endOverdue(now);
    return now;
  }

  function clear(row: number): void {
    for (const column of [poolState, poolLevel, poolAdmission, columns.poolQuota, columns.poolDelivered])
      column[row] = 0;
    for (const column of [columns.poolDeadline, poolImpressions, poolJudgedAt]) column[row] = 0;
    poolActs.fill(0, row * HEADS, (row + 1) * HEADS);
  }

  function slotsWanted({ impressions, firstPoolImpressions }: PoolViewer, size: number, now: number): number {
    const { slots, viewerShare } = currentPolicy.firstPool;
    const fair = Math.floor(viewerShare * (impressions + size)) - firstPoolImpressions;
    const most = Math.min(Math.floor((slots * size) / PAGE), fair);
    return most <= 0 ? 0 : Math.min(most, wantedSlots(columns.poolSlotOwed, poolHouse, size, now / 1_000));
  }

  return {
    usePolicy(policy) {
      currentPolicy = policy;
    },

    enter(row, { isFirstDay }, at) {
      const now = catchUp(at);
      if (poolState[row] !== poolStates.none) return poolState[row] === poolStates.waiting;
      clear(row);
      poolState[row] = poolStates.rising;
      poolLevel[row] = 1;
      poolAdmission[row] = 255;
      return promises.make(row, isFirstDay, now);
    },

    leave(row) {
      if (poolState[row] === poolStates.waiting) promises.withdraw(row, poolHouse[house.now] as number);
      clear(row);
    },

    impression(row, viewer, kind, at) {
      const now = catchUp(at);
      if (poolState[row] === poolStates.none) return;
      poolImpressions[row] = (poolImpressions[row] as number) + 1;
      countWorth(poolHouse, 'impression', 1, now);
      if (kind === 'free') countForForecast(poolHouse, 'impression', now);
      if (poolState[row] === poolStates.waiting) {
        const isOurs = tickets.use(row, viewer);
        if (kind !== 'free') return isOurs ? tickets.change(row, 1) : undefined;
        // A free impression from elsewhere uses the quota up as well.
        if (!isOurs && !isLeased()) tickets.change(row, -1);
        if (now > (columns.poolDeadline[row] as number)) promises.miss(row, now);
        else promises.deliver(row, now);
      }
      if ((poolImpressions[row] as number) >= (poolJudgedAt[row] as number)) ladder.judge(row, now);
    },

    act(row, head, change, at) {
      const now = catchUp(at);
      const state = poolState[row] as number;
      if (state === poolStates.none || !(head >= 0 && head < HEADS)) return;
      const counter = row * HEADS + head;
      poolActs[counter] = Math.min(MOST_ACTS, Math.max(0, (poolActs[counter] as number) + change));
      countWorth(poolHouse, head, change, now);
      if (state === poolStates.undecided || state === poolStates.stopped) ladder.judge(row, now);
    },

    tick(at) {
      const now = catchUp(at);
      if (now - sweptAt < SWEEP_SECONDS) return;
      sweptAt = now;
      tickets.expire(now);
    },

    forecast: (at) => forecastOf(columns, currentPolicy, at / 1_000),
    standing: (row, at) => standingOf(columns, currentPolicy, ladder, row, at / 1_000),

    slotsWanted,
    slotsFor: (viewer, size, chance, now) => Math.floor(slotsWanted(viewer, size, now) + chance),

    collect(now, newcomerUrgency, accepts, picks) {
      const question = {
        now: now / 1_000,
        span: spanOf(currentPolicy),
        newcomerUrgency,
        accepts: (row: number) => tickets.has(row) && accepts(row),
      };
      collectUrgent(question, picks);
    },

    choose(picks, slots, pageMean, viewer, now, chosen) {
      const second = Math.floor(now / 1_000);
      const rules = {
        slots,
        floor: fitFloorOf(currentPolicy, pageMean),
        authorOf: (row: number) => notes.noteAuthor[row] as number,
        take: (row: number) => tickets.take(row, viewer, second),
      };
      return chooseFirstPool(picks, rules, chosen);
    },

    admission: (row) => (poolAdmission[row] as number) / 255,
    level: (row) => poolLevel[row] as number,
    giveBack: tickets.giveBack,
    grant: tickets.change,

    resetTickets(leased) {
      tickets.clear();
      poolIsLeased[0] = leased ? 1 : 0;
      if (leased) return;
      for (let row = 0; row < poolState.length; row += 1) {
        const owed = (columns.poolQuota[row] as number) - (columns.poolDelivered[row] as number);
        if (poolState[row] === poolStates.waiting) tickets.set(row, owed);
      }
    },
  };
}
