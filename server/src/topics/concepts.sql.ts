import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';
import { topicLabels } from './topics.sql.ts';

/** Gives topics, and all of an absorbed concept, to a concept. */
export async function enterConcept(
  tx: Tx,
  conceptId: string,
  topicIds: readonly string[],
  absorbedId: string | undefined,
): Promise<void> {
  await sql`
    update topic set concept_id = ${conceptId}
    where id = any(${[...topicIds]}::uuid[]) or concept_id = ${absorbedId ?? null}::uuid`.execute(tx);
}

export async function leaveConcept(tx: Tx, topicIds: readonly string[], conceptId: string | null): Promise<void> {
  await tx
    .updateTable('topic')
    .set({ concept_id: conceptId })
    .where('id', 'in', [...topicIds])
    .execute();
}

/** Labels follow what they were written for; where both have one, that of the new owner stays. */
export async function moveLabels(tx: Tx, fromIds: readonly string[], ownerId: string): Promise<void> {
  const former = fromIds.filter((id) => id !== ownerId);
  await sql`
    with moved as (delete from topic_label where owner_id = any(${former}::uuid[]) returning language, label, owner_id)
    insert into topic_label (owner_id, language, label)
    select distinct on (language) ${ownerId}::uuid, language, label from moved order by language, owner_id
    on conflict (owner_id, language) do nothing`.execute(tx);
}

export interface ConceptMember {
  id: string;
  notes: number;
}

/** Most used first. */
export async function selectMembers(tx: Tx, conceptId: string): Promise<ConceptMember[]> {
  const { rows } = await sql<ConceptMember>`
    select id, coalesce(notes, 0) as notes from topic left join topic_stat on topic_id = id
    where concept_id = ${conceptId} order by notes desc nulls last, id`.execute(tx);
  return rows;
}

/** What holds the spellings of a concept together. */
export async function selectBonds(tx: Tx, topicIds: readonly string[]): Promise<[string, string][]> {
  const rows = await tx
    .selectFrom('topic_link')
    .select(['topic_id', 'other_id'])
    .where('state', '=', 'approved')
    .where('topic_id', 'in', [...topicIds])
    .where('other_id', 'in', [...topicIds])
    .execute();
  return rows.map((row) => [row.topic_id, row.other_id]);
}

/** Questions about the concept of a topic that its spellings have answered by being in it. */
export async function deleteAnsweredLinks(tx: Tx, topicId: string): Promise<void> {
  await sql`
    delete from topic_link using topic, topic as other
    where state = 'open' and topic.id = topic_link.topic_id and other.id = other_id and topic.concept_id = other.concept_id
      and topic.concept_id = (select concept_id from topic where id = ${topicId})`.execute(tx);
}

export async function putLabel(db: Queryable, ownerId: string, language: string, label: string): Promise<void> {
  await db
    .insertInto('topic_label')
    .values({ owner_id: ownerId, language, label })
    .onConflict((conflict) => conflict.columns(['owner_id', 'language']).doUpdateSet({ label }))
    .execute();
}

export interface ConceptRow {
  spellings: { name: string; language: string }[];
  labels: Record<string, string>;
}

/** Every concept, its spellings most used first. */
export async function selectConcepts(db: Queryable): Promise<ConceptRow[]> {
  const { rows } = await sql<ConceptRow>`
    with concept as (
      select concept_id, (array_agg(id order by id))[1] as head_id,
        json_agg(json_build_object('name', name, 'language', language) order by notes desc nulls last, id) as spellings
      from topic left join topic_stat on topic_id = id where concept_id is not null group by concept_id)
    select spellings, ${topicLabels('head')} as labels from concept join topic as head on head.id = head_id
    order by concept.concept_id`.execute(db);
  return rows;
}
