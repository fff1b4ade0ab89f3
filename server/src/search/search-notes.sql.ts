import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { TermGroup } from './terms.ts';

/** A note that a search may have meant. */
export interface Hit {
  id: string;
  title: string;
  likes: number;
  /** Share of the terms sought that it has, 0–1. */
  coverage: number;
  publishedAt: Date;
}

interface HitRow {
  id: string;
  title: string;
  likes: number;
  found: number;
  published_at: Date;
}

/** Newest notes that meet every group. */
export async function selectHits(db: Queryable, groups: readonly TermGroup[], limit: number): Promise<Hit[]> {
  const rows = await selectMatches(db, groups.map(groupText).join(' & '), limit, sql`1`);
  return rows.map((row) => hitOf(row, 1));
}

/** Newest notes with any of the terms, and how many they have. */
export async function selectLooseHits(db: Queryable, terms: readonly string[], limit: number): Promise<Hit[]> {
  const found = sql`(select count(*) from unnest(tsvector_to_array(tokens)) as had (term) where term = any(${[...terms]}::text[]))`;
  const rows = await selectMatches(db, terms.map(quoted).join(' | '), limit, found);
  return rows.map((row) => hitOf(row, terms.length));
}

/** From this share of the newest notes on, walking along time finds enough sooner than collecting every match. */
const commonShare = 0.1;
const sampled = 400;
/** A common word fills the limit within this many of the newest notes. */
const commonWindow = 12_000;

/**
 * Left to itself the planner walks along time whenever it does not know a word, to the end of the house when nobody wrote
 * it; so a look at the newest notes decides.
 */
async function selectMatches(
  db: Queryable,
  query: string,
  limit: number,
  found: ReturnType<typeof sql>,
): Promise<HitRow[]> {
  const isCommon = (await shareOfNewest(db, query)) >= commonShare;
  const matches = isCommon
    ? sql`select note_id, published_at
        from (select * from note_search order by published_at desc limit ${commonWindow}) as newest where tokens @@ ${query}::tsquery limit ${limit}`
    : sql`select note_id, published_at from note_search where tokens @@ ${query}::tsquery`;
  const { rows } = await sql<HitRow>`
    with matching as materialized (${matches}),
    hit as (select note_id from matching order by published_at desc limit ${limit})
    select note.id, note.title, likes, ${found}::integer as found, note.published_at
    from hit join note on note.id = hit.note_id
    join note_stat on note_stat.note_id = hit.note_id join note_search on note_search.note_id = hit.note_id
    where deleted_at is null and compliance = 'allowed'`.execute(db);
  return rows;
}

async function shareOfNewest(db: Queryable, query: string): Promise<number> {
  const { rows } = await sql<{ share: number }>`
    select coalesce(avg((tokens @@ ${query}::tsquery)::integer), 0)::float8 as share
    from (select tokens from note_search order by published_at desc limit ${sampled}) as newest`.execute(db);
  return rows[0]?.share ?? 0;
}

function hitOf(row: HitRow, terms: number): Hit {
  return {
    id: row.id,
    title: row.title,
    likes: row.likes,
    coverage: row.found / terms,
    publishedAt: row.published_at,
  };
}

function groupText(group: TermGroup): string {
  return `(${group.map((way) => way.map(quoted).join(' & ')).join(' | ')})`;
}

/** A term as tsquery reads it literally, whatever signs it holds. */
function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
