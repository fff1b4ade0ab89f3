import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface NotePosition {
  publishedAt: Date;
  id: string;
}

export interface MyNoteRow {
  id: string;
  title: string;
  language: string;
  published_at: Date;
  impressions: number;
  views: number;
  likes: number;
  collects: number;
  comments: number;
}

/** An author's notes with their counters, newest first. */
export async function selectMyNotes(
  db: Queryable,
  authorId: string,
  after: NotePosition | undefined,
  limit: number,
): Promise<MyNoteRow[]> {
  const older = after
    ? sql`and (published_at, note.id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<MyNoteRow>`
    select note.id, title, language, published_at, impressions, views, likes, collects, comments
    from note join note_stat on note_stat.note_id = note.id
    where author_id = ${authorId} and deleted_at is null ${older}
    order by published_at desc, note.id desc limit ${limit}`.execute(db);
  return rows;
}
