import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export async function countApprovedGlosses(db: Queryable): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from gloss where state = 'approved'`.execute(db);
  return rows[0]?.count ?? 0;
}
