import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

const dayMilliseconds = 86_400_000;

/** First audiences that are still to come, and those of the last day that did not come in time. */
export async function selectPromiseCounts(db: Queryable, now: Date): Promise<{ waiting: number; overdue: number }> {
  const dayAgo = new Date(now.getTime() - dayMilliseconds);
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(*) filter (where deadline_at >= ${now} and promise_kept is null) as waiting,
      count(*) filter (where deadline_at < ${now} and promise_kept is not true) as overdue
    from note_pool where deadline_at > ${dayAgo}`.execute(db);
  return rows[0] ?? { waiting: 0, overdue: 0 };
}
