import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

interface Alt {
  id: string;
  alt: string;
}

export interface NoteTextRow {
  id: string;
  author_id: string;
  title: string;
  text: string;
  language: string;
  title_languages: string[];
  text_languages: string[];
  translation_locked: boolean;
  version: number;
  alts: Alt[];
  versions: { language: string; title: string; text: string; for_version: number }[];
}

export async function selectNoteTexts(db: Queryable, ids: readonly string[]): Promise<NoteTextRow[]> {
  const { rows } = await sql<NoteTextRow>`
    select id, author_id, title, text, language, title_languages, text_languages, translation_locked, version,
      array(select json_build_object('id', media_id, 'alt', alt) from note_media where note_id = note.id and alt <> '') as alts,
      array(select json_build_object('language', v.language, 'title', v.title, 'text', v.text, 'for_version', v.for_version)
        from note_version v where v.note_id = note.id) as versions
    from note where id = any(${[...ids]}::uuid[]) and deleted_at is null`.execute(db);
  return rows;
}

export interface CommentTextRow {
  note_id: string;
  id: string;
  author_id: string;
  text: string;
  languages: string[];
  compliance: 'allowed' | 'limited' | 'held' | 'removed';
  note_title: string;
  note_language: string;
  alts: Alt[];
}

export async function selectCommentTexts(
  db: Queryable,
  places: readonly { noteId: string; commentId: string }[],
): Promise<CommentTextRow[]> {
  const { rows } = await sql<CommentTextRow>`
    select c.note_id, c.id, c.author_id, c.text, c.languages, c.compliance, note.title as note_title, note.language as note_language,
      array(select json_build_object('id', m.media_id, 'alt', m.alt) from comment_media m
        where m.note_id = c.note_id and m.comment_id = c.id and m.alt <> '') as alts
    from unnest(${places.map((place) => place.noteId)}::uuid[], ${places.map((place) => place.commentId)}::uuid[]) as wanted (note_id, id)
    join comment c on c.note_id = wanted.note_id and c.id = wanted.id and c.deleted_at is null
    join note on note.id = c.note_id`.execute(db);
  return rows;
}

export function selectBios(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('member')
    .select(['id', 'bio', 'bio_languages', 'languages_read'])
    .where('id', 'in', [...ids])
    .execute();
}

export function selectBoardNames(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('board')
    .select(['id', 'member_id', 'name', 'is_open'])
    .where('id', 'in', [...ids])
    .execute();
}

export function selectGlossSenses(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('gloss')
    .select(['id', 'sense', 'language', 'author_id', 'state'])
    .where('id', 'in', [...ids])
    .execute();
}

/** Under the term they were said about: under any other, a remark is not there. */
export function selectGlossRemarks(db: Queryable, places: readonly { glossId: string; remarkId: string }[]) {
  return db
    .selectFrom('gloss_remark as remark')
    .innerJoin('gloss', 'gloss.id', 'remark.gloss_id')
    .select(['remark.gloss_id', 'remark.id', 'remark.text', 'remark.language', 'remark.member_id'])
    .select(['gloss.state', 'gloss.author_id'])
    .where('remark.gloss_id', 'in', [...new Set(places.map(({ glossId }) => glossId))])
    .where('remark.id', 'in', [...new Set(places.map(({ remarkId }) => remarkId))])
    .execute();
}

/** A decision's words, and those of its appeal, by decision. */
export function selectDecisionTexts(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('decision')
    .leftJoin('appeal', 'appeal.decision_id', 'decision.id')
    .select(['decision.id', 'decision.author_id', 'decision.explanation', 'appeal.text', 'appeal.answer'])
    .where('decision.id', 'in', [...ids])
    .execute();
}

export function selectReportTexts(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('report')
    .select(['id', 'reporter_id', 'detail'])
    .select(sql<string>`coalesce(snapshot->>'title', '') || E'\n' || coalesce(snapshot->>'text', '')`.as('subject'))
    .where('id', 'in', [...ids])
    .execute();
}
