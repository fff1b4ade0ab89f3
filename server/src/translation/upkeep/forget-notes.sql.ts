import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** Of these, notes that are deleted: marked so, or erased with their author. */
export async function selectGone(db: Queryable, noteIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...noteIds]}::uuid[]) as withdrawn (id)
    where not exists (select from note where note.id = withdrawn.id and note.deleted_at is null)`.execute(db);
  return rows.map((row) => row.id);
}

/** Everything about the translations of notes and of what stands under them; the memory is asked apart. */
export async function deleteHomes(tx: Queryable, homeIds: readonly string[]): Promise<void> {
  await sql`
    with homes as (select unnest(${[...homeIds]}::uuid[]) as id),
      translations as (delete from translation using homes where home_id = homes.id),
      versions as (delete from note_version using homes where note_id = homes.id),
      searched as (delete from note_search_translation using homes where note_id = homes.id),
      readers as (delete from translation_reader using homes where note_id = homes.id),
      verdicts as (delete from translation_verdict using homes where home_id = homes.id),
      suggestions as (delete from translation_suggestion using homes where home_id = homes.id),
      injections as (delete from translation_injection using homes where home_id = homes.id),
      reviews as (delete from translation_review using homes where home_id = homes.id returning translation_review.id)
    delete from translation_report using reviews where review_id = reviews.id`.execute(tx);
}
