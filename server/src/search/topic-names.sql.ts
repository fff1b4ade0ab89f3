import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface OtherName {
  /** Of the topic that is called so. */
  key: string;
  name: string;
  language: string;
}

/** What topics are called besides their own names: other spellings of their concepts, and labels. */
export async function selectOtherNames(db: Queryable, limit: number): Promise<OtherName[]> {
  const { rows } = await sql<OtherName>`
    select topic.key, other.name, other.language
    from topic join topic as other on other.concept_id = topic.concept_id and other.id <> topic.id
    union
    select topic.key, label, topic_label.language
    from topic_label join topic on topic.id = owner_id or topic.concept_id = owner_id
    order by key, name limit ${limit}`.execute(db);
  return rows;
}
