import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { TermGroup } from './terms.ts';

/** A note that a search may have meant. */
export interface Hit {
  id: string;
  /** As it reads in the language that was met. */
  title: string;
  likes: number;
  /** Share of the terms sought that it has, 0–1. */
  coverage: number;
  publishedAt: Date;
  /** Which wording of the search was met: 0 is the one that was typed. */
  wording: number;
  /** Of the translation that was met; undefined where the note's own words were. */
  translatedTo: string | undefined;
}

/** What is sought under one wording of a search. */
interface Sought {
  query: string;
  /** Where some may be missing: how many of these were found is the coverage. */
  terms: readonly string[];
}

/** Newest notes that meet every group of a wording; translations are met by the first wording alone. */
export function selectHits(db: Queryable, wordings: readonly (readonly TermGroup[])[], limit: number): Promise<Hit[]> {
  return selectMatches(
    db,
    wordings.map((groups) => ({ query: groups.map(groupText).join(' & '), terms: [] })),
    limit,
  );
}

/** Newest notes with any of the terms, and how many they have. */
export function selectLooseHits(
  db: Queryable,
  wordings: readonly (readonly string[])[],
  limit: number,
): Promise<Hit[]> {
  return selectMatches(
    db,
    wordings.map((terms) => ({ query: terms.map(quoted).join(' | '), terms })),
    limit,
  );
}

/** From this share of the newest notes on, walking along time finds enough sooner than collecting every match. */
const commonShare = 0.1;
const sampled = 400;
const sampledTranslations = 200;
/** A common word fills the limit within this many of the newest notes. */
const commonWindow = 12_000;

type Table = 'note_search' | 'note_search_translation';

interface HitRow {
  id: string;
  title: string;
  likes: number;
  published_at: Date;
  wording: number;
  language: string | null;
  coverage: number;
}

/** Of translations fewer are looked at: whoever reads on that far has found what they wrote in their own language. */
const translatedLimit = 200;

/**
 * Left to itself the planner walks along time whenever it does not know a word, to the end of the house when nobody wrote
 * it; so a look at the newest notes decides.
 */
async function selectMatches(db: Queryable, sought: readonly Sought[], limit: number): Promise<Hit[]> {
  const own = sought[0]?.query ?? '';
  const any = sought.map(({ query }) => `(${query})`).join(' | ');
  const shares = await sharesOfNewest(db, any, own);
  const { rows } = await sql<HitRow>`
    with met as materialized (${matchesIn('note_search', any, shares.own >= commonShare, limit)}),
    translated as materialized (
      ${matchesIn('note_search_translation', own, shares.translated >= commonShare, translatedLimit)}),
    hit as (
      (select note_id, null::text as language from met order by published_at desc limit ${limit})
      union all (select note_id, language from translated order by published_at desc limit ${translatedLimit}))
    select note.id, likes, note.published_at, hit.language, way.wording, way.coverage,
      case when hit.language is null then note.title else (${translatedTitle}) end as title
    from hit join note on note.id = hit.note_id join note_stat on note_stat.note_id = hit.note_id
    cross join lateral (${wayOf(sought)}) as way
    where deleted_at is null and compliance = 'allowed'`.execute(db);
  return rows.map(hitOf);
}

const translatedTitle = sql`coalesce(
  (select nullif(title, '') from note_version as version where version.note_id = hit.note_id and version.language = hit.language),
  (select text from translation as made
    where made.home_id = hit.note_id and made.address = 'note.title:' || hit.note_id and made.language = hit.language), '')`;

/** Which wording a hit has met, and how much of it. Queries are constants here: they are parsed once, not for every hit. */
function wayOf(sought: readonly Sought[]) {
  const isStrict = sought.every(({ terms }) => terms.length === 0);
  return isStrict ? sql`select ${firstMet(sought)} as wording, 1 as coverage` : mostMet(sought);
}

function firstMet(sought: readonly Sought[]) {
  if (sought.length === 1) return sql`0`;
  const cases = sought.map(({ query }, wording) => sql`when tokens @@ ${query}::tsquery then ${sql.lit(wording)}`);
  return sql`case when hit.language is null
    then (select case ${sql.join(cases, sql` `)} end from note_search where note_id = hit.note_id) else 0 end`;
}

function mostMet(sought: readonly Sought[]) {
  const ways = sought.map(({ terms }, wording) => {
    const found = terms.map((term) => sql`(tokens @@ ${quoted(term)}::tsquery)::integer`);
    return sql`(${sql.lit(wording)}, (${sql.join(found, sql` + `)})::float8 / ${sql.lit(terms.length)})`;
  });
  return sql`
    select wording, coverage from (
      select tokens from note_search where hit.language is null and note_id = hit.note_id
      union all
      select tokens from note_search_translation as other where other.note_id = hit.note_id and other.language = hit.language) as searched
    cross join lateral (values ${sql.join(ways)}) as met (wording, coverage)
    where wording = 0 or hit.language is null order by coverage desc, wording limit 1`;
}

function matchesIn(table: Table, query: string, isCommon: boolean, limit: number) {
  const [from, language] = [sql.table(table), table === 'note_search' ? sql`` : sql`language,`];
  if (!isCommon) return sql`select note_id, ${language} published_at from ${from} where tokens @@ ${query}::tsquery`;
  return sql`
    select note_id, ${language} published_at
    from (select * from ${from} order by published_at desc limit ${commonWindow}) as newest
    where tokens @@ ${query}::tsquery limit ${limit}`;
}

async function sharesOfNewest(db: Queryable, any: string, own: string): Promise<{ own: number; translated: number }> {
  const share = (table: Table, query: string, of: number) => sql`(
    select coalesce(avg((tokens @@ ${query}::tsquery)::integer), 0)::float8
    from (select tokens from ${sql.table(table)} order by published_at desc limit ${of}) as newest)`;
  const { rows } = await sql<{ own: number; translated: number }>`
    select ${share('note_search', any, sampled)} as own,
      ${share('note_search_translation', own, sampledTranslations)} as translated`.execute(db);
  return rows[0] ?? { own: 0, translated: 0 };
}

function hitOf({ published_at, language, ...row }: HitRow): Hit {
  return { ...row, publishedAt: published_at, translatedTo: language ?? undefined };
}

function groupText(group: TermGroup): string {
  return `(${group.map((way) => way.map(quoted).join(' & ')).join(' | ')})`;
}

/** A term as tsquery reads it literally, whatever signs it holds. */
function quoted(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
