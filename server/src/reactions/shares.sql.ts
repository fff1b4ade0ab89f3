import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

/** Counts a member's share of a note once; the result is the note's count. */
export async function insertShare(db: Queryable, noteId: string, memberId: string, at: Date): Promise<number> {
  const payload = JSON.stringify({ noteId, memberId });
  const { rows } = await sql<{ shares: number }>`
    with shared as (
      insert into note_share (note_id, member_id, at) values (${noteId}, ${memberId}, ${at})
      on conflict do nothing returning note_id
    ), counted as (
      update note_stat set shares = shares + 1 where note_id = (select note_id from shared) returning shares
    ), announced as (
      insert into outbox (name, payload) select 'note.shared', ${payload}::jsonb from shared
    )
    select coalesce((select shares from counted), (select shares from note_stat where note_id = ${noteId}), 0) as shares`.execute(
    db,
  );
  return rows[0]?.shares ?? 0;
}
