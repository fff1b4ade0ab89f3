import { type Kysely, sql } from 'kysely';

/** The following feed walks along the notes of forty authors: with the state in the index it reads no note it does not show. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index note_by_author_listed on note (author_id, published_at desc, id desc)
    where deleted_at is null and compliance = 'allowed'`.execute(db);
}
