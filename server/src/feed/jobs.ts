import { z } from 'zod';
import { keepDays } from '../platform/db/day-partitions.sql.ts';
import type { Deps } from '../platform/deps.ts';

/** Raw events serve rebuilding and insight of a season; what must last is in counters. */
const daysKept = 90;

export function defineFeedJobs(deps: Pick<Deps, 'db' | 'jobs' | 'clock'>): void {
  deps.jobs.define('feed.keepEventDays', z.unknown(), () => keepEventDays(deps));
  deps.jobs.schedule('23 2,14 * * *', 'feed.keepEventDays');
}

export function keepEventDays({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  return keepDays(db, 'viewer_event', clock.now(), daysKept);
}
