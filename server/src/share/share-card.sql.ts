import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface ProfileFigures {
  bio: string;
  notes: number;
  followers: number;
}

export async function selectProfileFigures(db: Queryable, memberId: string): Promise<ProfileFigures | undefined> {
  return db
    .selectFrom('member')
    .innerJoin('member_stat', 'member_stat.member_id', 'member.id')
    .select(['member.bio', 'member_stat.notes', 'member_stat.followers'])
    .where('member.id', '=', memberId)
    .where('member.state', '=', 'active')
    .executeTakeFirst();
}

export interface TopicFigures {
  id: string;
  name: string;
  notes: number;
}

export async function selectTopicFigures(db: Queryable, key: string): Promise<TopicFigures | undefined> {
  const { rows } = await sql<TopicFigures>`
    select topic.id, topic.name, coalesce(topic_stat.notes, 0) as notes
    from topic left join topic_stat on topic_stat.topic_id = coalesce(topic.concept_id, topic.id) where topic.key = ${key}`.execute(
    db,
  );
  return rows[0];
}
