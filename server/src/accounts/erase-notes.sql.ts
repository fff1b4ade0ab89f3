import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';
import { unlinkNotes } from '../topics/index.ts';

/** Notes, and rows that hang on them, that go in one transaction. */
const noteBatch = 20;
const hangingBatch = 2_000;

/** Everything that hangs on a note by its id. */
const noteTables = [
  'note_like',
  'note_share',
  'collect',
  'comment_like',
  'comment_media',
  'comment_mention',
  'comment',
  'note_viewer',
  'note_media',
  'note_revision',
  'note_fingerprint',
  'note_mention',
  'note_search',
  'note_version',
  'note_search_translation',
  'translation_reader',
  'not_interested',
  'note_pool',
  'note_pool_step',
  'first_pool_lease',
  'exposure_opening',
] as const;

/** Rows of the ledger: an impression may be counted until the counter is gone. */
const ledgerTables = ['exposure', 'exposure_note', 'exposure_note_hour'] as const;

/** A few notes at a time: first what hangs on them, batch by batch, then the notes themselves. */
export async function eraseNotes(tx: Tx, memberId: string): Promise<{ found: number; erasedIds: string[] }> {
  const { rows } = await sql<{ id: string }>`
    select id from note where author_id = ${memberId} order by id limit ${noteBatch} for update`.execute(tx);
  if (rows.length === 0) return { found: 0, erasedIds: [] };
  const ids = rows.map((row) => row.id);
  await unlinkNotes(tx, ids);
  for (const table of [...noteTables, ...ledgerTables]) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.table(table)} where note_id = any(${ids}::uuid[]) and ctid in (
        select ctid from ${sql.table(table)} where note_id = any(${ids}::uuid[]) limit ${hangingBatch})`.execute(tx);
    // A place in one partition is one in every other, too: more rows than the batch may go, all of these notes.
    if (numAffectedRows >= BigInt(hangingBatch)) return { found: rows.length, erasedIds: [] };
  }
  await sql`delete from note_stat where note_id = any(${ids}::uuid[])`.execute(tx);
  for (const table of ledgerTables)
    await sql`delete from ${sql.table(table)} where note_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from note where id = any(${ids}::uuid[])`.execute(tx);
  return { found: rows.length, erasedIds: ids };
}
