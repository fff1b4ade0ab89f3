import { sql } from 'kysely';
import { type Db, inTransaction } from './database.ts';

/** Tables with one partition a day, UTC; rows of a day without one wait in `<table>_default`. */
export type DayTable = 'viewer_event' | 'exposure' | 'traffic_log';

const dayMilliseconds = 86_400_000;
const daysAhead = 3;

/** Calendar day in UTC, as PostgreSQL reads it. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Partitions for the days to come are there before their first row; those older than `daysKept` go. */
export async function keepDays(db: Db, table: DayTable, now: number, daysKept: number): Promise<void> {
  await makeDaysAhead(db, table, now);
  const oldestDay = dayOf(now - daysKept * dayMilliseconds);
  for (const name of await selectDayPartitions(db, table))
    if (name < partitionOf(table, oldestDay)) await sql`drop table if exists ${sql.table(name)}`.execute(db);
  await sql`delete from ${sql.table(`${table}_default`)} where day < ${oldestDay}`.execute(db);
}

export async function makeDaysAhead(db: Db, table: DayTable, now: number): Promise<void> {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1)
    await makeDayPartition(db, table, dayOf(now + ahead * dayMilliseconds));
}

/** Makes the partition of a day unless it is there, or rows of the day already wait in the default one. */
export async function makeDayPartition(db: Db, table: DayTable, day: string): Promise<void> {
  const next = dayOf(Date.parse(day) + dayMilliseconds);
  const name = sql.table(partitionOf(table, day));
  await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`${table} partitions`}))`.execute(tx);
    const { rows } = await sql`select from ${sql.table(`${table}_default`)} where day = ${day} limit 1`.execute(tx);
    if (rows.length > 0) return;
    await sql`create table if not exists ${name} partition of ${sql.table(table)}
      for values from (${sql.lit(day)}) to (${sql.lit(next)})`.execute(tx);
  });
}

export async function selectDayPartitions(db: Db, table: DayTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = ${table}::regclass`.execute(db);
  return rows.flatMap(({ name }) => (new RegExp(`^${table}_\\d{8}$`).test(name) ? [name] : []));
}

function partitionOf(table: DayTable, day: string): string {
  return `${table}_${day.replaceAll('-', '')}`;
}
