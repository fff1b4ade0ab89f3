import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

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
  'not_interested',
] as const;

/** A few notes at a time: first what hangs on them, batch by batch, then the notes themselves. */
export async function eraseNotes(tx: Tx, memberId: string): Promise<{ found: number; erasedIds: string[] }> {
  const { rows } = await sql<{ id: string }>`
    select id from note where author_id = ${memberId} order by id limit ${noteBatch} for update`.execute(tx);
  if (rows.length === 0) return { found: 0, erasedIds: [] };
  const ids = rows.map((row) => row.id);
  await leaveTopics(tx, ids);
  for (const table of noteTables) {
    const { numAffectedRows = 0n } = await sql`
      delete from ${sql.table(table)} where ctid in (
        select ctid from ${sql.table(table)} where note_id = any(${ids}::uuid[]) limit ${hangingBatch})`.execute(tx);
    if (numAffectedRows === BigInt(hangingBatch)) return { found: rows.length, erasedIds: [] };
  }
  await sql`delete from note_stat where note_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from note where id = any(${ids}::uuid[])`.execute(tx);
  return { found: rows.length, erasedIds: ids };
}

/** Topics count their notes and the views these brought. */
async function leaveTopics(tx: Tx, noteIds: string[]): Promise<void> {
  await sql`
    with stat as (
      select note_id, views from note_stat where note_id = any(${noteIds}::uuid[]) order by note_id for update
    ), gone as (
      delete from note_topic where note_id = any(${noteIds}::uuid[]) returning note_id, topic_id
    ), given as (
      select topic_id, count(*) as notes, sum(coalesce(views, 0)) as views from gone left join stat using (note_id)
      group by topic_id
    ), locked as (
      select topic_id from topic_stat where topic_id in (select topic_id from given) order by topic_id for update
    )
    update topic_stat set notes = topic_stat.notes - given.notes, views = topic_stat.views - given.views
    from given join locked using (topic_id) where topic_stat.topic_id = given.topic_id`.execute(tx);
}
