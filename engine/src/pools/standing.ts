import type { Columns } from '../memory/columns.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import { forecastDay, keptShare, quotaNow } from './forecast.ts';
import type { Ladder } from './ladder.ts';
import {
  DEADLINE_SLOTS,
  house,
  NEWCOMER_LANE,
  type poolColumns,
  poolStates,
  REMAINING_STEPS,
  SLOT_SECONDS,
  slotAt,
} from './pool-columns.ts';
import type { PoolForecast, PoolStanding } from './pools.ts';
import { spanOf } from './promises.ts';

type PoolColumns = Columns<typeof poolColumns>;

// A tenth behind the even pace is late: less is the granularity of buckets.
const LATE = 0.1;

const stateNames = Object.keys(poolStates) as PoolStanding['state'][];

/** What the author of a note reads. @param now seconds since the epoch */
export function standingOf(
  columns: PoolColumns,
  { ladder: { pools } }: TrafficPolicy,
  ladder: Ladder,
  row: number,
  now: number,
): PoolStanding {
  const bound = ladder.boundOf(row);
  const quota = columns.poolQuota[row] as number;
  return {
    state: stateNames[columns.poolState[row] as number] ?? 'none',
    pool: columns.poolLevel[row] as number,
    pools: pools.length + 1,
    impressions: columns.poolImpressions[row] as number,
    bound: Number.isFinite(bound) ? bound : undefined,
    ...ladder.evidenceOf(row, now),
    promise:
      quota === 0
        ? undefined
        : {
            quota,
            delivered: columns.poolDelivered[row] as number,
            deadline: (columns.poolDeadline[row] as number) * 1_000,
          },
  };
}

/** What operators read, and what the balance steers by. @param now seconds since the epoch */
export function forecastOf(columns: PoolColumns, policy: TrafficPolicy, now: number): PoolForecast {
  const { poolHouse, poolSlotOwed } = columns;
  const day = forecastDay(poolHouse, now);
  const quota = quotaNow(policy, poolHouse, now);
  return {
    impressionsPerDay: day.impressions,
    guaranteedNotesPerDay: day.notes,
    quota,
    isBelowFull: quota < policy.firstPool.mostQuota,
    waiting: poolHouse[house.waiting] as number,
    owed: poolSlotOwed.reduce((sum, impressions) => sum + impressions, 0),
    kept: keptShare(poolHouse, house.kept, house.missed),
    keptNewcomer: keptShare(poolHouse, house.keptNewcomer, house.missedNewcomer),
    lateNewcomer: lateNewcomers(columns, spanOf(policy), now),
  };
}

function lateNewcomers({ poolBucketSize }: PoolColumns, span: number, now: number): number {
  let waiting = 0;
  let late = 0;
  for (let step = 0; step < REMAINING_STEPS; step += 1) {
    const remaining = (step + 0.5) / REMAINING_STEPS;
    for (let ahead = 0; ahead < DEADLINE_SLOTS; ahead += 1) {
      const list = NEWCOMER_LANE * REMAINING_STEPS + step;
      const size = poolBucketSize[list * DEADLINE_SLOTS + ((slotAt(now) + ahead) % DEADLINE_SLOTS)] as number;
      waiting += size;
      if (remaining > ((ahead + 0.5) * SLOT_SECONDS) / span + LATE) late += size;
    }
  }
  return waiting === 0 ? 0 : late / waiting;
}
