import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface IndexRow {
  noteId: string;
  publishedAt: Date;
  terms: readonly string[];
}

export async function upsertSearchRow(tx: Queryable, { noteId, publishedAt, terms }: IndexRow): Promise<void> {
  await sql`
    insert into note_search (note_id, tokens, published_at) values (${noteId}, array_to_tsvector(${[...terms]}::text[]), ${publishedAt})
    on conflict (note_id) do update set tokens = excluded.tokens`.execute(tx);
}

export async function deleteSearchRow(tx: Queryable, noteId: string): Promise<void> {
  await tx.deleteFrom('note_search').where('note_id', '=', noteId).execute();
}

/** Several rows in one statement; the terms of a row travel as one JSON array. */
export async function upsertSearchRows(tx: Queryable, rows: readonly IndexRow[]): Promise<void> {
  const given = JSON.stringify(
    rows.map((row) => ({ note_id: row.noteId, published_at: row.publishedAt, terms: row.terms })),
  );
  await sql`
    insert into note_search (note_id, tokens, published_at)
    select note_id, array_to_tsvector(terms), published_at
    from jsonb_to_recordset(${given}::jsonb) as given (note_id uuid, published_at timestamptz, terms text[])
    on conflict (note_id) do update set tokens = excluded.tokens`.execute(tx);
}

export interface NoteTextRow {
  id: string;
  title: string;
  text: string;
  published_at: Date;
  topics: string[];
}

export async function selectNoteTexts(
  db: Queryable,
  afterId: string | undefined,
  limit: number,
): Promise<NoteTextRow[]> {
  const rest = afterId ? sql`and id > ${afterId}::uuid` : sql``;
  const { rows } = await sql<NoteTextRow>`
    select id, title, text, published_at, array(
      select topic.name from note_topic join topic on topic.id = topic_id where note_id = note.id order by position) as topics
    from note where deleted_at is null ${rest} order by id limit ${limit}`.execute(db);
  return rows;
}

export async function deleteStraySearchRows(db: Queryable): Promise<void> {
  await sql`
    delete from note_search where not exists (
      select from note where note.id = note_search.note_id and note.deleted_at is null)`.execute(db);
}

/** Names the word cutter should know, those of the fullest topics first. */
export async function selectTopicNames(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('topic')
    .innerJoin('topic_stat', 'topic_stat.topic_id', 'topic.id')
    .select('topic.name')
    .where('topic_stat.notes', '>', 0)
    .orderBy('topic_stat.notes', 'desc')
    .orderBy('topic.id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.name);
}
