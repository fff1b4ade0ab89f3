import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface TaggedNote {
  topic_id: string;
  note_id: string;
  author_id: string;
  category: string | null;
  /** The other topics of the note, by concept. */
  beside: string[];
  is_recent: boolean;
  /** The author had used the topic before. */
  is_known: boolean;
}

interface Look {
  since: Date;
  leastNotes: number;
  mostTopics: number;
  notesLookedAt: number;
}

/** Recent notes of busy topics beside established ones: older than the window, or the topic's first. By concept; newest first. */
export async function selectTaggedNotes(
  db: Queryable,
  { since, leastNotes, mostTopics, notesLookedAt }: Look,
): Promise<TaggedNote[]> {
  const { rows } = await sql<TaggedNote>`
    with busy as materialized (
      select coalesce(concept_id, id) as concept_id from note_topic join topic on topic.id = topic_id
      where published_at > ${since}
      group by 1 having count(distinct note_id) >= ${leastNotes} order by count(distinct note_id) desc limit ${mostTopics}),
    spellings as materialized (
      select id, coalesce(concept_id, id) as concept_id from topic
      where id in (select concept_id from busy) or concept_id in (select concept_id from busy)),
    picked as (
      select busy.concept_id, n.note_id, n.published_at, n.published_at > ${since} as is_recent
      from busy cross join lateral (
        (select note_id, note_topic.published_at from note_topic join spellings on spellings.id = topic_id
          where spellings.concept_id = busy.concept_id and published_at > ${since}
          order by published_at desc limit ${notesLookedAt})
        union
        (select note_id, note_topic.published_at from note_topic join spellings on spellings.id = topic_id
          where spellings.concept_id = busy.concept_id and published_at <= ${since}
          order by published_at desc limit ${notesLookedAt})) as n)
    select picked.concept_id as topic_id, picked.note_id, note.author_id, note.category, is_recent,
      array(
        select distinct coalesce(other.concept_id, other.id) from note_topic as t join topic as other on other.id = t.topic_id
        where t.note_id = picked.note_id and coalesce(other.concept_id, other.id) <> picked.concept_id) as beside,
      exists (
        select from note as earlier join note_topic as t on t.note_id = earlier.id join spellings as s on s.id = t.topic_id
        where earlier.author_id = note.author_id and earlier.published_at <= ${since}
          and s.concept_id = picked.concept_id) as is_known
    from picked join note on note.id = picked.note_id
    where note.deleted_at is null and note.compliance = 'allowed'
    order by picked.concept_id, picked.published_at desc, picked.note_id`.execute(db);
  return rows;
}

/** Categories of what authors write without the topic, of their newest notes. */
export async function selectOtherCategories(
  db: Queryable,
  pairs: readonly { topicId: string; authorId: string }[],
): Promise<{ topic_id: string; author_id: string; categories: string[] }[]> {
  const { rows } = await sql<{ topic_id: string; author_id: string; categories: string[] }>`
    select pair.topic_id, pair.author_id, array(
      select distinct category from (
        select category from note
        where note.author_id = pair.author_id and deleted_at is null and category is not null
          and not exists (
            select from note_topic join topic on topic.id = note_topic.topic_id
            where note_topic.note_id = note.id and coalesce(topic.concept_id, topic.id) = pair.topic_id)
        order by published_at desc, id desc limit 20) as newest) as categories
    from unnest(${pairs.map(({ topicId }) => topicId)}::uuid[], ${pairs.map(({ authorId }) => authorId)}::uuid[])
      as pair (topic_id, author_id)`.execute(db);
  return rows;
}
