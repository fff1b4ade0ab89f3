import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';

export interface SnapshotRow {
  position: number;
  blob_key: string;
  bytes: number;
  format: number;
  made_at: Date;
}

/** Newest first. */
export async function selectSnapshots(db: Queryable, limit: number): Promise<SnapshotRow[]> {
  return db.selectFrom('traffic_snapshot').selectAll().orderBy('position', 'desc').limit(limit).execute();
}

export async function insertSnapshot(tx: Tx, row: SnapshotRow): Promise<void> {
  await tx
    .insertInto('traffic_snapshot')
    .values(row)
    .onConflict((conflict) => conflict.column('position').doUpdateSet(row))
    .execute();
}

/**
 * Keeps so many of the newest, and the first of each day since then.
 *
 * @returns keys of the blobs that nobody needs any more
 */
export async function deleteSnapshotsBut(tx: Tx, kept: number, since: Date): Promise<string[]> {
  const { rows } = await sql<{ blob_key: string }>`
    delete from traffic_snapshot
    where position not in (select position from traffic_snapshot order by position desc limit ${kept})
      and position not in (
        select min(position) from traffic_snapshot where made_at > ${since} group by (made_at at time zone 'UTC')::date)
    returning blob_key`.execute(tx);
  return rows.map((row) => row.blob_key);
}

/** @returns keys of their blobs */
export async function deleteAllSnapshots(db: Queryable): Promise<string[]> {
  const rows = await db.deleteFrom('traffic_snapshot').returning('blob_key').execute();
  return rows.map((row) => row.blob_key);
}

/** True for one process at a time, until the transaction ends. */
export async function tryLock(tx: Tx, name: 'traffic snapshot' | 'traffic pools'): Promise<boolean> {
  const { rows } = await sql<{ is_ours: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(${name})) as is_ours`.execute(tx);
  return rows[0]?.is_ours ?? false;
}

export async function waitForLock(tx: Tx, name: 'traffic bootstrap'): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(tx);
}
