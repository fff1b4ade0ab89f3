import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface ReadRow {
  category: string | null;
  language: string;
  shown: number;
  opened: number;
}

/** How many notes a viewer was shown and opened since then, by what they were. */
export async function selectReading(
  db: Queryable,
  viewerKey: string,
  since: Date,
  sinceDay: string,
): Promise<ReadRow[]> {
  const { rows } = await sql<ReadRow>`
    select category, language, count(*) filter (where was_shown) as shown, count(*) filter (where was_opened) as opened
    from (
      select note_id, bool_or(kind = 'impression') as was_shown, bool_or(kind = 'open') as was_opened from viewer_event
      where viewer_key = ${viewerKey} and day >= ${sinceDay} and at >= ${since} and kind in ('impression', 'open')
      group by note_id) as met
    join note on note.id = note_id group by category, language`.execute(db);
  return rows;
}

export interface SearchRow {
  query: string;
  at: Date;
}

/** What a member searched for since then and did not take back, newest first. */
export async function selectFreshSearches(
  db: Queryable,
  memberId: string,
  since: Date,
  limit: number,
): Promise<SearchRow[]> {
  const { rows } = await sql<SearchRow>`
    select query, at from search_history
    where member_id = ${memberId} and at > greatest(${since}::timestamptz, (
      select searches_forgotten_at from feed_control where feed_control.member_id = ${memberId}))
    order by at desc, query_key limit ${limit}`.execute(db);
  return rows;
}
