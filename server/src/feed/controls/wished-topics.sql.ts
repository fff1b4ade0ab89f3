import type { Intensity } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import { type LabelledTopic, topicLabels } from '../../topics/index.ts';

export interface FoundTopic extends LabelledTopic {
  /** What all its spellings have in common. */
  concept: string;
}

export async function selectTopics(db: Queryable, ids: readonly string[]): Promise<Map<string, FoundTopic>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FoundTopic>`
    select id, name, language, coalesce(concept_id, id) as concept, ${topicLabels('topic')} as labels
    from topic where id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface WishedTopic extends LabelledTopic {
  intensity: Exclude<Intensity, 'usual'>;
}

/** Latest wish first; of spellings that were joined later the latest wish stands for all. */
export async function selectWishedTopics(db: Queryable, memberId: string): Promise<WishedTopic[]> {
  const { rows } = await sql<WishedTopic>`
    select id, name, language, intensity, ${topicLabels('topic')} as labels from (
      select distinct on (coalesce(concept_id, id)) topic.*, intensity, at
      from feed_topic_intensity join topic on topic.id = topic_id
      where member_id = ${memberId} order by coalesce(concept_id, id), at desc) as topic
    order by at desc, id`.execute(db);
  return rows;
}

/** One wish for all spellings of a topic. */
export async function replaceTopicWish(
  db: Queryable,
  memberId: string,
  topic: FoundTopic,
  intensity: Intensity,
  at: Date,
): Promise<void> {
  await sql`
    delete from feed_topic_intensity using topic where topic.id = topic_id and member_id = ${memberId}
      and coalesce(topic.concept_id, topic.id) = ${topic.concept}`.execute(db);
  if (intensity === 'usual') return;
  await db
    .insertInto('feed_topic_intensity')
    .values({ member_id: memberId, topic_id: topic.id, intensity, at })
    .onConflict((conflict) => conflict.columns(['member_id', 'topic_id']).doUpdateSet({ intensity, at }))
    .execute();
}
