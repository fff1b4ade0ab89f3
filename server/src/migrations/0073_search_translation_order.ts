import { type Kysely, sql } from 'kysely';

/** A way in for common words, as for the notes' own words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index note_search_translation_newest on note_search_translation (published_at desc, note_id desc);
  `.execute(db);
}
