import { type Insertable, sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { TranslationInjectionTable } from '../../platform/db/schema/translation.ts';

/** A text is logged once for each language and engine. */
export async function insertInjection(db: Queryable, row: Insertable<TranslationInjectionTable>): Promise<void> {
  await db
    .insertInto('translation_injection')
    .values(row)
    .onConflict((conflict) => conflict.columns(['address', 'language', 'engine']).doNothing())
    .execute();
}

/** Newest first. */
export function selectInjections(db: Queryable, before: string | undefined, limit: number) {
  return db
    .selectFrom('translation_injection')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countInjections(db: Queryable): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from translation_injection`.execute(db);
  return rows[0]?.count ?? 0;
}
