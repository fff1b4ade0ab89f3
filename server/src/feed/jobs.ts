import { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import { dayOf } from './event-days.ts';
import {
  deleteStrayEvents,
  dropPartition,
  makeDayPartition,
  partitionOf,
  selectDayPartitions,
} from './event-partitions.sql.ts';

const dayMilliseconds = 86_400_000;
const daysAhead = 3;
/** Raw events serve rebuilding and insight of a season; what must last is in counters. */
const daysKept = 90;

export function defineFeedJobs(deps: Pick<Deps, 'db' | 'jobs' | 'clock'>): void {
  deps.jobs.define('feed.keepEventDays', z.unknown(), () => keepEventDays(deps));
  deps.jobs.schedule('23 2,14 * * *', 'feed.keepEventDays');
}

/** Partitions for the days to come are there before their first event; those of long ago go. */
export async function keepEventDays({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) await makeDayPartition(db, dayOf(now + ahead * dayMilliseconds));
  const oldestDay = dayOf(now - daysKept * dayMilliseconds);
  for (const name of await selectDayPartitions(db)) if (name < partitionOf(oldestDay)) await dropPartition(db, name);
  await deleteStrayEvents(db, oldestDay);
}
