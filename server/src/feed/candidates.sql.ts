import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface CandidateRow {
  id: string;
  author_id: string;
  language: string;
  category: string | null;
  published_at: Date;
  topic_ids: string[];
  simhash: string | null;
  impressions: number;
  views: number;
  likes: number;
  collects: number;
  comments: number;
  shares: number;
}

/** Those of the notes that may be listed. */
export async function selectCandidates(db: Queryable, ids: readonly string[]): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select note.id, author_id, language, category, published_at, impressions, views, likes, collects, comments, shares,
      array(select topic_id from note_topic where note_topic.note_id = note.id order by position) as topic_ids,
      (select simhash from note_fingerprint where note_fingerprint.note_id = note.id limit 1) as simhash
    from note join note_stat on note_stat.note_id = note.id
    where note.id = any(${[...ids]}::uuid[]) and deleted_at is null and compliance = 'allowed'`.execute(db);
  return rows;
}

export async function selectNewestIds(db: Queryable, since: Date | undefined, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('note')
    .select('id')
    .where('deleted_at', 'is', null)
    .where('compliance', '=', 'allowed')
    .$if(since !== undefined, (query) => query.where('published_at', '>', since ?? new Date(0)))
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Best by the interim score, of the newest `among` notes: the cost does not grow with the house. */
export async function selectBestIds(db: Queryable, now: Date, among: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recent as (
      select id, published_at from note where deleted_at is null and compliance = 'allowed'
      order by published_at desc, id desc limit ${among})
    select id from recent join note_stat on note_id = id
    order by (0.2 * views + likes + 1.5 * collects + 2 * comments + 2 * shares + 11) / (impressions + 100)
      / (1 + greatest(0, extract(epoch from ${now}::timestamptz - published_at)) / 86400) desc
    limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}
