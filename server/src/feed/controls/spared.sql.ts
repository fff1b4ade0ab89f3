import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** Something asked to be spared, under the note it was said of; the row keeps what the note was about then. */
export interface SparedRow {
  note_id: string;
  reason: 'note' | 'author' | 'topic' | 'language';
  author_id: string;
  topic_ids: string[];
  spared_topic_id: string | null;
  language: string;
  at: Date;
}

const columns = ['note_id', 'reason', 'author_id', 'topic_ids', 'spared_topic_id', 'language', 'at'] as const;

export async function upsertSpared(db: Queryable, memberId: string, row: SparedRow): Promise<void> {
  await db
    .insertInto('not_interested')
    .values({ member_id: memberId, ...row })
    .onConflict((conflict) => conflict.columns(['member_id', 'note_id']).doUpdateSet(row))
    .execute();
}

export async function deleteSpared(db: Queryable, memberId: string, noteId: string): Promise<SparedRow | undefined> {
  return db
    .deleteFrom('not_interested')
    .where('member_id', '=', memberId)
    .where('note_id', '=', noteId)
    .returning(columns)
    .executeTakeFirst();
}

export interface SparedPosition {
  at: Date;
  note_id: string;
}

/** Newest first. */
export async function selectSpared(
  db: Queryable,
  memberId: string,
  after: SparedPosition | undefined,
  limit: number,
): Promise<SparedRow[]> {
  return db
    .selectFrom('not_interested')
    .select(columns)
    .where('member_id', '=', memberId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(at, note_id) < (${after?.at}::timestamptz, ${after?.note_id}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(limit)
    .execute();
}

export interface SpellingRow {
  id: string;
  /** What it has in common with the topics that were asked for. */
  concept: string;
}

/** These topics in all their spellings, in the order they were asked for. */
export async function selectSpellings(db: Queryable, topicIds: readonly string[]): Promise<SpellingRow[]> {
  if (topicIds.length === 0) return [];
  const { rows } = await sql<SpellingRow>`
    select spelling.id, coalesce(chosen.concept_id, chosen.id) as concept
    from unnest(${[...topicIds]}::uuid[]) with ordinality as asked (id, place) join topic as chosen using (id)
    join topic as spelling on spelling.id = chosen.id or spelling.concept_id = chosen.concept_id
    order by place, spelling.id`.execute(db);
  return rows;
}
