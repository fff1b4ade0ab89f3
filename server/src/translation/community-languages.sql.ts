import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

/** Languages that at least this share of the members read, most read first. */
export async function selectCommunityLanguages(
  db: Queryable,
  { share, most }: { share: number; most: number },
): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    with active as (select languages_read from member where state = 'active')
    select language from active, unnest(languages_read) as language
    group by language having count(*) >= ${share}::float8 * (select count(*) from active)
    order by count(*) desc, language limit ${most}`.execute(db);
  return rows.map((row) => row.language);
}
