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
  is_personal: boolean;
  /** `topic_ids`: every spelling of what was asked to be spared. */
  hidden: { note_id: string; reason: string; author_id: string; topic_ids: string[]; language: string }[] | null;
}

/** What members asked for and what they asked to be spared; of very many wishes the newest. */
export async function selectTastes(
  db: Queryable,
  memberIds: readonly string[],
  mostHidden: number,
): Promise<TasteRow[]> {
  const { rows } = await sql<TasteRow>`
    select id, interests, coalesce(is_personal, true) as is_personal, (
      select json_agg(wish) from (
        select note_id, reason, author_id, language, case when reason = 'topic' then array(
          select spelling.id from topic as chosen
          join topic as spelling on spelling.id = chosen.id or spelling.concept_id = chosen.concept_id
          where chosen.id = any(case when spared_topic_id is null then topic_ids else array[spared_topic_id] end)) else '{}' end as topic_ids
        from not_interested where not_interested.member_id = member.id order by at desc limit ${mostHidden}) as wish) as hidden
    from member left join feed_control on feed_control.member_id = member.id
    where id = any(${[...memberIds]}::uuid[])`.execute(db);
  return rows;
}
