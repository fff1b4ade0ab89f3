import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** One statement, so that no two processes spend the same rest. @returns false when it would go above the limit */
export async function reserveCharacters(
  db: Queryable,
  { day, engine, characters, limit }: { day: string; engine: string; characters: number; limit: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into translation_spend as spend (day, engine, characters, calls)
    select ${day}::date, ${engine}, ${characters}::bigint, 1 where ${characters}::bigint <= ${limit}::bigint
    on conflict (day, engine) do update set characters = spend.characters + excluded.characters, calls = spend.calls + 1
    where spend.characters + excluded.characters <= ${limit}::bigint
    returning 1`.execute(db);
  return rows.length > 0;
}

export async function returnCharacters(
  db: Queryable,
  { day, engine, characters }: { day: string; engine: string; characters: number },
): Promise<void> {
  await sql`
    update translation_spend set characters = greatest(0, characters - ${characters}::bigint), calls = greatest(0, calls - 1)
    where day = ${day}::date and engine = ${engine}`.execute(db);
}

export async function selectSpend(db: Queryable, day: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('translation_spend')
    .select(['engine', 'characters'])
    .where('day', '=', day)
    .execute();
  return new Map(rows.map(({ engine, characters }) => [engine, characters]));
}
