import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';

export type LinkState = 'open' | 'approved' | 'declined';

export interface LinkedSpelling {
  id: string;
  name: string;
  language: string;
  notes: number;
  concept_id: string | null;
}

export interface LinkRow {
  id: string;
  topic: LinkedSpelling;
  other: LinkedSpelling;
  evidence: 'member' | 'translation' | 'together';
  count: number;
  proposed_by: string | null;
  state: LinkState;
  created_at: Date;
}

export interface LinkPosition {
  id: string;
  count: number;
}

const spelling = (alias: 'topic' | 'other') => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`json_build_object('id', ${column('id')}, 'name', ${column('name')}, 'language', ${column('language')},
    'concept_id', ${column('concept_id')}, 'notes', coalesce((select notes from topic_stat where topic_id = ${column('id')}), 0))`;
};

const links = sql`
  select link.id, ${spelling('topic')} as topic, ${spelling('other')} as other, link.evidence, link.count, link.proposed_by, link.state, link.created_at
  from topic_link as link join topic on topic.id = link.topic_id join topic as other on other.id = link.other_id`;

/** Best evidence first. */
export async function selectLinks(
  db: Queryable,
  state: LinkState,
  after: LinkPosition | undefined,
  limit: number,
): Promise<LinkRow[]> {
  const rest = after
    ? sql`and (link.count < ${after.count} or (link.count = ${after.count} and link.id > ${after.id}::uuid))`
    : sql``;
  const { rows } = await sql<LinkRow>`
    ${links} where link.state = ${state} ${rest} order by link.count desc, link.id limit ${limit}`.execute(db);
  return rows;
}

export async function selectLink(db: Queryable, id: string): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`${links} where link.id = ${id}`.execute(db);
  return rows[0];
}

/** The row stays locked to the end of the transaction. */
export async function lockLink(tx: Tx, id: string): Promise<LinkRow | undefined> {
  const { rows } = await sql<LinkRow>`${links} where link.id = ${id} for update of link`.execute(tx);
  return rows[0];
}

export interface NewLink {
  id: string;
  topicId: string;
  otherId: string;
  evidence: LinkRow['evidence'];
  count: number;
  proposedBy?: string;
}

/** The link of two topics, whether it was proposed now or before. */
export async function putMemberLink(
  db: Queryable,
  link: NewLink,
  createdAt: Date,
): Promise<{ id: string; state: LinkState }> {
  const { rows } = await sql<{ id: string; state: LinkState }>`
    insert into topic_link (id, topic_id, other_id, evidence, count, proposed_by, created_at)
    values (${link.id}, least(${link.topicId}::uuid, ${link.otherId}::uuid), greatest(${link.topicId}::uuid, ${link.otherId}::uuid),
      ${link.evidence}, ${link.count}, ${link.proposedBy ?? null}, ${createdAt})
    on conflict (topic_id, other_id) do update set count = topic_link.count
    returning id, state`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('A link of topics was neither inserted nor found');
  return row;
}

/** What a machine noticed. Stronger evidence replaces weaker, and nothing that a person has decided is asked again. */
export async function putNoticedLinks(db: Queryable, noticed: readonly NewLink[], createdAt: Date): Promise<void> {
  if (noticed.length === 0) return;
  const given = JSON.stringify(
    noticed.map(({ id, topicId, otherId, evidence, count }) => ({ id, topicId, otherId, evidence, count })),
  );
  await sql`
    insert into topic_link (id, topic_id, other_id, evidence, count, created_at)
    select distinct on (topic_id, other_id) id, topic_id, other_id, evidence, count, ${createdAt}::timestamptz from (
      select id, least("topicId", "otherId") as topic_id, greatest("topicId", "otherId") as other_id, evidence, count
      from jsonb_to_recordset(${given}::jsonb) as given (id uuid, "topicId" uuid, "otherId" uuid, evidence text, count integer)) as pair
    order by topic_id, other_id, count desc
    on conflict (topic_id, other_id) do update set evidence = excluded.evidence, count = excluded.count
      where topic_link.state = 'open' and topic_link.count < excluded.count`.execute(db);
}

export async function updateLinkState(
  tx: Tx,
  id: string,
  { state, by, at }: { state: LinkState; by: string; at: Date },
): Promise<void> {
  await tx.updateTable('topic_link').set({ state, decided_by: by, decided_at: at }).where('id', '=', id).execute();
}
