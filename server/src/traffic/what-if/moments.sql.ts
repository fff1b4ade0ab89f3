import { sql } from 'kysely';
import { memberGroup } from '../../members/index.ts';
import type { Queryable } from '../../platform/db/database.ts';

/** Somebody was shown a page. */
export interface Moment {
  viewer: string;
  at: Date;
  languages: string[];
  follows: string[];
}

const mostFollows = 200;

/** Pages of discovery that were looked at in a span of time, evenly over it: at most so many, in order. */
export async function selectMoments(db: Queryable, from: Date, until: Date, limit: number): Promise<Moment[]> {
  const { rows } = await sql<Moment>`
    with page as (
      select viewer_key, min(at) as at from exposure
      where at > ${from} and at <= ${until} and surface = 'discover'
      group by viewer_key, floor(extract(epoch from at) / 60)),
    numbered as (select viewer_key, at, row_number() over (order by at, viewer_key) as place, count(*) over () as pages from page)
    select viewer_key as viewer, at, coalesce(languages_read, '{}') as languages,
      array(select followee_id::text from follow where follow.member_id = member.id limit ${mostFollows}) as follows
    from numbered left join member on member.id::text = viewer_key
    where place % greatest(1, ceil(pages::numeric / ${limit})::integer) = 0
    order by at, viewer_key limit ${limit}`.execute(db);
  return rows;
}

export interface ShownNote {
  id: string;
  language: string;
  author_group: string;
  topics: string[];
}

export async function selectShownNotes(db: Queryable, ids: readonly string[], now: Date): Promise<ShownNote[]> {
  const { rows } = await sql<ShownNote>`
    select note.id, note.language, ${memberGroup('member', now)} as author_group,
      array(select coalesce(topic.concept_id, topic.id)::text from note_topic join topic on topic.id = topic_id
        where note_topic.note_id = note.id) as topics
    from note join member on member.id = note.author_id where note.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows;
}
