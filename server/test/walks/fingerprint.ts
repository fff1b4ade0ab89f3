import { sql } from 'kysely';
import type { Db } from '../../src/platform/db/database.ts';

/** Tables whose rows may change when nothing was done to anybody: codes that were tried, sessions that were seen, counts that are written later. */
const unimportant = [
  'account_code',
  'account_session',
  'idempotency',
  'setting',
  'viewer_event_default',
  'search_day',
  'translation_hour',
];

/** Number and contents of all rows by table: equal fingerprints mean that nothing was written. */
export async function fingerprintOf(db: Db): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and not tablename = any(${unimportant}) order by 1`.execute(
    db,
  );
  const parts = tables.rows.map(
    ({
      name,
    }) => sql`select ${name} as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
      from ${sql.table(name)} as t`,
  );
  const { rows } = await sql<{ name: string; print: string }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
