import { sql } from 'kysely';
import type { Db } from '../platform/db/database.ts';
import { inTransaction } from '../platform/db/database.ts';

const dayMilliseconds = 86_400_000;

/** Makes the partition of a day unless it is there, or rows of the day already wait in the default one. */
export async function makeDayPartition(db: Db, day: string): Promise<void> {
  const next = new Date(Date.parse(day) + dayMilliseconds).toISOString().slice(0, 10);
  const name = sql.table(partitionOf(day));
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('viewer_event partitions'))`.execute(tx);
    const { rows } = await sql`
      select from viewer_event_default where day = ${day} limit 1`.execute(tx);
    if (rows.length > 0) return;
    await sql`create table if not exists ${name} partition of viewer_event for values from (${sql.lit(day)}) to (${sql.lit(next)})`.execute(
      tx,
    );
  });
}

export async function selectDayPartitions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'viewer_event'::regclass`.execute(db);
  return rows.flatMap(({ name }) => (/^viewer_event_\d{8}$/.test(name) ? [name] : []));
}

export async function dropPartition(db: Db, name: string): Promise<void> {
  await sql`drop table if exists ${sql.table(name)}`.execute(db);
}

export async function deleteStrayEvents(db: Db, beforeDay: string): Promise<void> {
  await sql`delete from viewer_event_default where day < ${beforeDay}`.execute(db);
}

export function partitionOf(day: string): string {
  return `viewer_event_${day.replaceAll('-', '')}`;
}
