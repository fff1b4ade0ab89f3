import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { ControlRow } from './feed-control.sql.ts';
import type { SparedRow } from './spared.sql.ts';

type SaidWishes = Pick<ControlRow, 'foreign_share' | 'newcomers' | 'exploration'> & {
  member_id: string;
  updated_at: Date;
};

/** Wishes other than the usual ones, the newest. */
export async function selectSaidWishes(db: Queryable, limit: number): Promise<SaidWishes[]> {
  return db
    .selectFrom('feed_control')
    .select(['member_id', 'foreign_share', 'newcomers', 'exploration', 'updated_at'])
    .where((or) =>
      or.or([or('foreign_share', 'is not', null), or('newcomers', '!=', 'usual'), or('exploration', '!=', 'usual')]),
    )
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
}

export interface SaidTopic {
  member_id: string;
  concept: string;
  intensity: 'less' | 'more';
  at: Date;
}

export async function selectSaidTopics(db: Queryable, limit: number): Promise<SaidTopic[]> {
  const { rows } = await sql<SaidTopic>`
    select member_id, coalesce(concept_id, id) as concept, intensity, at
    from feed_topic_intensity join topic on topic.id = topic_id order by at desc limit ${limit}`.execute(db);
  return rows;
}

export type SaidSpared = SparedRow & {
  member_id: string;
  /** Of the topics that are to be spared, in their order. */
  concepts: string[];
};

export async function selectSaidSpared(db: Queryable, since: Date, limit: number): Promise<SaidSpared[]> {
  const { rows } = await sql<SaidSpared>`
    select member_id, note_id, reason, author_id, topic_ids, spared_topic_id, language, at, case when reason = 'topic' then array(
      select coalesce(concept_id, id)
      from unnest(case when spared_topic_id is null then topic_ids else array[spared_topic_id] end)
        with ordinality as spared (id, place) join topic using (id) order by place) else '{}' end as concepts
    from not_interested where at > ${since} order by at desc limit ${limit}`.execute(db);
  return rows;
}
