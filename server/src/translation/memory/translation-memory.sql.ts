import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface MemoryKey {
  to: string;
  phraseKey: string;
}

export interface MemoryRow extends MemoryKey {
  from: string;
  target: string;
}

export interface NewMemoryRow extends MemoryRow {
  source: string;
  origin: 'author' | 'member' | 'import' | 'town';
  homeId: string | undefined;
  attribution: string;
}

export async function selectPhrases(db: Queryable, keys: readonly MemoryKey[]): Promise<MemoryRow[]> {
  const { rows } = await sql<{ to: string; phraseKey: string; from: string; target: string }>`
    select to_language as to, phrase_key as "phraseKey", from_language as from, target
    from unnest(${keys.map(({ to }) => to)}::text[], ${keys.map(({ phraseKey }) => phraseKey)}::text[])
      as wanted(to_language, phrase_key)
    join translation_memory using (to_language, phrase_key)`.execute(db);
  return rows;
}

/** What people of the house wrote stands against imports: those fill gaps only. @returns how many are new and how many replaced others */
export async function upsertPhrases(
  db: Queryable,
  rows: readonly NewMemoryRow[],
  at: Date,
): Promise<{ added: number; replaced: number }> {
  const column = <K extends keyof NewMemoryRow>(name: K) => rows.map((row) => row[name] ?? null);
  const { rows: told } = await sql<{ is_new: boolean }>`
    insert into translation_memory as told
      (to_language, phrase_key, from_language, source, target, origin, home_id, attribution, added_at)
    select to_language, phrase_key, from_language, source, target, origin, home_id, attribution, ${at}
    from unnest(${column('to')}::text[], ${column('phraseKey')}::text[], ${column('from')}::text[], ${column('source')}::text[],
      ${column('target')}::text[], ${column('origin')}::text[], ${column('homeId')}::uuid[], ${column('attribution')}::text[])
      as given(to_language, phrase_key, from_language, source, target, origin, home_id, attribution)
    order by to_language, phrase_key, from_language
    on conflict (to_language, phrase_key, from_language) do update set
      source = excluded.source, target = excluded.target, origin = excluded.origin, home_id = excluded.home_id,
      attribution = excluded.attribution, added_at = excluded.added_at
    where excluded.origin in ('author', 'member') or told.origin = excluded.origin
    returning xmax = 0 as is_new`.execute(db);
  const added = told.filter(({ is_new }) => is_new).length;
  return { added, replaced: told.length - added };
}

export async function deletePhrasesOf(db: Queryable, homeIds: readonly string[]): Promise<MemoryKey[]> {
  const rows = await db
    .deleteFrom('translation_memory')
    .where('home_id', 'in', [...homeIds])
    .returning(['to_language', 'phrase_key'])
    .execute();
  return rows.map((row) => ({ to: row.to_language, phraseKey: row.phrase_key }));
}

export async function deleteAuthorsPhrases(
  db: Queryable,
  homeIds: readonly string[],
  kept: readonly { homeId: string; to: string }[],
): Promise<MemoryKey[]> {
  const { rows } = await sql<MemoryKey>`
    delete from translation_memory
    where home_id = any(${[...homeIds]}::uuid[]) and origin = 'author' and (home_id, to_language) not in (
      select * from unnest(${kept.map(({ homeId }) => homeId)}::uuid[], ${kept.map(({ to }) => to)}::text[]))
    returning to_language as to, phrase_key as "phraseKey"`.execute(db);
  return rows;
}

export async function countPhrases(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('translation_memory')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface PhraseForExport {
  from: string;
  to: string;
  source: string;
  target: string;
  phraseKey: string;
  attribution: string;
}

/** In the order of the primary key, from after `after` on. */
export async function selectPhrasesAfter(
  db: Queryable,
  after: Pick<PhraseForExport, 'to' | 'phraseKey' | 'from'> | undefined,
  limit: number,
): Promise<PhraseForExport[]> {
  const { to, phraseKey, from } = after ?? { to: '', phraseKey: '', from: '' };
  const { rows } = await sql<PhraseForExport>`
    select from_language as from, to_language as to, source, target, phrase_key as "phraseKey", attribution
    from translation_memory where (to_language, phrase_key, from_language) > (${to}, ${phraseKey}, ${from})
    order by to_language, phrase_key, from_language limit ${limit}`.execute(db);
  return rows;
}
