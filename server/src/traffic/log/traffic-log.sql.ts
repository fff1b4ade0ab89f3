import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';

export interface LogRow {
  position: number;
  at: Date;
  /** As `writeFacts` wrote them: read where they are applied. */
  facts: string;
}

/**
 * Adds a batch at the end. The lock is held until the transaction commits, so that positions become visible in their order and a
 * reader that has seen one has seen all before it: take it last.
 */
export async function insertLogRow(tx: Tx, at: number, facts: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('traffic log'))`.execute(tx);
  await sql`insert into traffic_log (day, position, at, facts)
    values (${dayOf(at)}, nextval('traffic_log_position'), ${new Date(at)}, ${facts}::jsonb)`.execute(tx);
}

/** The batches after a position, oldest first; partitions of days before `sinceDay` are not looked at. */
export async function selectLogAfter(
  db: Queryable,
  position: number,
  sinceDay: string,
  limit: number,
): Promise<LogRow[]> {
  return db
    .selectFrom('traffic_log')
    .select(['position', 'at', sql<string>`facts::text`.as('facts')])
    .where('position', '>', position)
    .where('day', '>=', sinceDay)
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** The last position that is committed; 0 for an empty log. */
export async function selectLastPosition(db: Queryable): Promise<number> {
  const row = await db
    .selectFrom('traffic_log')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}
