import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface HashedRow {
  address: string;
  language: string;
  /** Of the wording it was made of. */
  hash: string;
}

/** Translations of a note itself; comments do not change. */
export async function selectHashes(db: Queryable, noteId: string): Promise<HashedRow[]> {
  return db
    .selectFrom('translation')
    .select(['address', 'language', 'source_hash as hash'])
    .where('home_id', '=', noteId)
    .where('address', 'like', 'note.%')
    .execute();
}

/** A translation that was made anew meanwhile has another hash, and stays. Decided reviews stay as precedents. */
export async function deleteStale(tx: Queryable, noteId: string, rows: readonly HashedRow[]): Promise<void> {
  await sql`
    with stale as (
      delete from translation as t
      using unnest(${rows.map((row) => row.address)}::text[], ${rows.map((row) => row.language)}::text[],
        ${rows.map((row) => row.hash)}::text[]) as s (address, language, hash)
      where t.home_id = ${noteId} and (t.address, t.language, t.source_hash) = (s.address, s.language, s.hash)
      returning t.address, t.language
    ), verdicts as (
      delete from translation_verdict as v using stale
      where v.home_id = ${noteId} and (v.address, v.language) = (stale.address, stale.language)
    ), reviews as (
      delete from translation_review as r using stale
      where r.home_id = ${noteId} and (r.address, r.language) = (stale.address, stale.language) and r.state = 'open'
      returning r.id
    )
    delete from translation_report using reviews where review_id = reviews.id`.execute(tx);
}
