import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface SentenceRow {
  key: string;
  text: string;
  engine: string;
  model: string;
}

export interface NewSentence extends SentenceRow {
  space: string | undefined;
}

export async function selectSentences(db: Queryable, keys: readonly string[]): Promise<SentenceRow[]> {
  const { rows } = await sql<SentenceRow>`
    select key, text, engine, model from translation_segment where key = any(${keys}::text[])`.execute(db);
  return rows;
}

/** Stores what was made and ends the leases in one statement: whoever sees the lease gone sees the sentence. */
export async function insertSentences(
  db: Queryable,
  sentences: readonly NewSentence[],
  { holder, leased, at }: { holder: string; leased: readonly string[]; at: Date },
): Promise<void> {
  const column = <K extends keyof NewSentence>(name: K) => sentences.map((sentence) => sentence[name] ?? null);
  await sql`
    with released as (delete from translation_lease where key = any(${leased}::text[]) and holder = ${holder})
    insert into translation_segment (key, space, text, engine, model, made_at)
    select key, space, text, engine, model, ${at}
    from unnest(${column('key')}::text[], ${column('space')}::uuid[], ${column('text')}::text[], ${column('engine')}::text[],
      ${column('model')}::text[]) as made(key, space, text, engine, model)
    order by key
    on conflict (key) do nothing`.execute(db);
}

export async function deleteSpace(db: Queryable, space: string): Promise<void> {
  await db.deleteFrom('translation_segment').where('space', '=', space).execute();
}

export async function deleteSentences(db: Queryable, keys: readonly string[]): Promise<void> {
  await sql`delete from translation_segment where key = any(${keys}::text[])`.execute(db);
}
