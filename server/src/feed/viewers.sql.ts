import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

/** Notes a viewer has been shown lately, oldest first. */
export async function selectSeenNotes(
  db: Queryable,
  viewerKey: string,
  sinceDay: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('viewer_event')
    .select('note_id')
    .where('viewer_key', '=', viewerKey)
    .where('kind', '=', 'impression')
    .where('day', '>=', sinceDay)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.note_id).reverse();
}

export interface TasteRow {
  id: string;
  interests: string[];
  hidden: { note_id: string; reason: string; author_id: string; topic_ids: string[]; language: string }[] | null;
}

/** What members asked for and what they asked to be spared; of very many wishes the newest. */
export async function selectTastes(
  db: Queryable,
  memberIds: readonly string[],
  mostHidden: number,
): Promise<TasteRow[]> {
  const { rows } = await sql<TasteRow>`
    select id, interests, (
      select json_agg(wish) from (
        select note_id, reason, author_id, topic_ids, language from not_interested
        where not_interested.member_id = member.id order by at desc limit ${mostHidden}) as wish) as hidden
    from member where id = any(${[...memberIds]}::uuid[])`.execute(db);
  return rows;
}
