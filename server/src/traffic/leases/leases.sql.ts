import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';

export interface LeaseRow {
  note_id: string;
  node: string;
  slots: number;
  used: number;
  expires_at: Date;
}

/** One process at a time: what is free is read and taken in one piece. */
export async function lockLeases(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('traffic leases'))`.execute(tx);
}

export async function selectLeases(db: Queryable, noteIds: readonly string[]): Promise<LeaseRow[]> {
  return db
    .selectFrom('first_pool_lease')
    .selectAll()
    .where('note_id', 'in', [...noteIds])
    .execute();
}

/** What a process holds and has used of these notes is exactly this; all its leases live until then. */
export async function putLeases(
  tx: Tx,
  node: string,
  expiresAt: Date,
  rows: readonly Pick<LeaseRow, 'note_id' | 'slots' | 'used'>[],
): Promise<void> {
  await tx.updateTable('first_pool_lease').set({ expires_at: expiresAt }).where('node', '=', node).execute();
  await sql`
    insert into first_pool_lease (note_id, node, slots, used, expires_at)
    select note_id, ${node}, slots, used, ${expiresAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (note_id uuid, slots integer, used integer)
    order by note_id
    on conflict (note_id, node) do update set slots = excluded.slots, used = excluded.used`.execute(tx);
}

/** Of notes whose time is over long ago. */
export async function deleteLeasesBefore(db: Queryable, at: Date): Promise<void> {
  await db.deleteFrom('first_pool_lease').where('expires_at', '<', at).execute();
}
