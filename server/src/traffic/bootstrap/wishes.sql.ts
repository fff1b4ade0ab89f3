import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface WishRow {
  member_id: string;
  at: Date;
  foreign_share: number | null;
  newcomers: 'less' | 'usual' | 'more';
  exploration: 'less' | 'usual' | 'more';
}

/** What members said of their feeds as a whole, where it is not what holds for all. */
export async function selectWishes(db: Queryable, limit: number): Promise<WishRow[]> {
  return db
    .selectFrom('feed_control')
    .select(['member_id', 'updated_at as at', 'foreign_share', 'newcomers', 'exploration'])
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
}

export interface TopicWishRow {
  member_id: string;
  at: Date;
  concept: string;
  intensity: 'less' | 'more';
}

export async function selectTopicWishes(db: Queryable, limit: number): Promise<TopicWishRow[]> {
  const { rows } = await sql<TopicWishRow>`
    select member_id, feed_topic_intensity.at, coalesce(concept_id, id) as concept, intensity
    from feed_topic_intensity join topic on topic.id = topic_id order by feed_topic_intensity.at desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

export interface UnwantedRow {
  member_id: string;
  note_id: string;
  reason: 'note' | 'author' | 'topic' | 'language';
  author_id: string;
  topic_ids: string[];
  spared_topic_id: string | null;
  language: string;
  at: Date;
  /** Of the topics of the note, and of the one that was named: what all their spellings have in common. */
  concepts: Record<string, string>;
}

export async function selectUnwanted(db: Queryable, since: Date, limit: number): Promise<UnwantedRow[]> {
  const { rows } = await sql<UnwantedRow>`
    select member_id, note_id, reason, author_id, topic_ids, spared_topic_id, language, at,
      (select coalesce(json_object_agg(id, coalesce(concept_id, id)), '{}') from topic
        where id = any(topic_ids) or id = spared_topic_id) as concepts
    from not_interested where at > ${since} order by at desc limit ${limit}`.execute(db);
  return rows;
}
