import { type ComplianceState, mentionsNotified } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

interface Change {
  author_id: string;
  former: ComplianceState;
  is_deleted: boolean;
}

/** The row stays locked until the end of the transaction. */
export async function updateNoteCompliance(tx: Tx, noteId: string, to: ComplianceState): Promise<Change | undefined> {
  const { rows } = await sql<Change>`
    with former as (select id, author_id, compliance, deleted_at from note where id = ${noteId} for update)
    update note set compliance = ${to} from former where note.id = former.id
    returning former.author_id, former.compliance as former, former.deleted_at is not null as is_deleted`.execute(tx);
  return rows[0];
}

/** Whoever a held note names hears of it when it is released; they were not told when it was written. */
export async function announceMentions(tx: Tx, noteId: string): Promise<void> {
  await sql`
    insert into outbox (name, payload)
    select 'member.mentioned', jsonb_build_object('noteId', note.id, 'memberId', told.member_id, 'by', note.author_id)
    from note join lateral (
      select member_id from note_mention
      where note_mention.note_id = note.id and member_id <> note.author_id and not exists (
        select from block where (block.member_id, blocked_id) in ((note_mention.member_id, note.author_id), (note.author_id, note_mention.member_id)))
      order by member_id limit ${mentionsNotified}) as told on true
    where note.id = ${noteId}`.execute(tx);
}

export async function addToNoteCount(tx: Tx, memberId: string, by: number): Promise<void> {
  await tx
    .updateTable('member_stat')
    .set((eb) => ({ notes: eb('notes', '+', by) }))
    .where('member_id', '=', memberId)
    .execute();
}
