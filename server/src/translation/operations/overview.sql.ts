import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface PairRow {
  from: string;
  to: string;
  engine: string;
  asked: number;
  cached: number;
  made: number;
  failed: number;
  characters: number;
  held: number;
  reported: number;
  good: number;
  wrong: number;
  milliseconds: number;
}

/** Sums of the hours since a moment, busiest pair first. */
export async function sumHours(db: Queryable, since: Date): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`
    select from_language as "from", to_language as "to", engine, sum(asked)::bigint as asked, sum(cached)::bigint as cached,
      sum(made)::bigint as made, sum(failed)::bigint as failed, sum(characters)::bigint as characters,
      sum(held)::bigint as held, sum(reported)::bigint as reported, greatest(sum(good), 0)::bigint as good, greatest(sum(wrong), 0)::bigint as wrong,
      sum(milliseconds)::bigint as milliseconds
    from translation_hour where hour >= ${since} group by 1, 2, 3 order by sum(asked) desc, 1, 2, 3`.execute(db);
  return rows;
}

export async function countOpenReviews(db: Queryable): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from translation_review where state = 'open'`.execute(db);
  return rows[0]?.count ?? 0;
}
