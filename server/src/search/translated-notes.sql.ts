import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface TranslatedNoteRow {
  id: string;
  title: string;
  text: string;
  published_at: Date;
  versions: { language: string; title: string; text: string }[];
  translations: { field: 'title' | 'text'; language: string; text: string; source_hash: string }[];
}

/** Notes that others may read, with what they read in other languages: the authors' own words and translations that are shown. */
export async function selectTranslatedNotes(db: Queryable, ids: readonly string[]): Promise<TranslatedNoteRow[]> {
  const { rows } = await sql<TranslatedNoteRow>`
    select note.id, note.title, note.text, note.published_at,
      array(select json_build_object('language', language, 'title', title, 'text', text)
        from note_version where note_version.note_id = note.id) as versions,
      array(select json_build_object(
          'field', split_part(split_part(address, ':', 1), '.', 2), 'language', language, 'text', text, 'source_hash', source_hash)
        from translation as t
        where t.home_id = note.id and t.address in ('note.title:' || note.id, 'note.text:' || note.id)
          and t.state in ('ok', 'partial') and t.standing in ('shown', 'released')
          and (not note.translation_locked or t.origin = 'member')) as translations
    from note where note.id = any(${[...ids]}::uuid[]) and note.deleted_at is null and note.compliance in ('allowed', 'limited')`.execute(
    db,
  );
  return rows;
}

export interface TranslatedTerms {
  noteId: string;
  language: string;
  publishedAt: Date;
  terms: readonly string[];
}

/** The words of notes in other languages are exactly these from now on. */
export async function replaceTranslatedTerms(
  tx: Queryable,
  noteIds: readonly string[],
  rows: readonly TranslatedTerms[],
): Promise<void> {
  const given = JSON.stringify(
    rows.map(({ noteId, publishedAt, ...row }) => ({ ...row, note_id: noteId, published_at: publishedAt })),
  );
  await sql`
    delete from note_search_translation as known where note_id = any(${[...noteIds]}::uuid[]) and not exists (
      select from jsonb_to_recordset(${given}::jsonb) as given (note_id uuid, language text)
      where given.note_id = known.note_id and given.language = known.language)`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into note_search_translation (note_id, language, tokens, published_at)
    select note_id, language, array_to_tsvector(terms), published_at
    from jsonb_to_recordset(${given}::jsonb) as given (note_id uuid, language text, published_at timestamptz, terms text[])
    order by note_id, language
    on conflict (note_id, language) do update set tokens = excluded.tokens`.execute(tx);
}

export async function deleteStrayTranslatedTerms(db: Queryable): Promise<void> {
  await sql`
    delete from note_search_translation where not exists (
      select from note where note.id = note_search_translation.note_id and note.deleted_at is null)`.execute(db);
}
