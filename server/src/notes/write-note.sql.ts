import type { NoteVersion } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface NewNote {
  id: string;
  authorId: string;
  title: string;
  text: string;
  language: string;
  titleLanguages: readonly string[];
  textLanguages: readonly string[];
  languageSource: 'detected' | 'author';
  languageDeclared: string | undefined;
  format: string;
  textCover: string | undefined;
  category: string | undefined;
  country: string | undefined;
  compliance: 'allowed' | 'held';
  publishedAt: Date;
  pictures: readonly { mediaId: string; alt: string }[];
  fingerprint: { simhash: string; bands: string[] } | undefined;
  mentionedIds: readonly string[];
  searchTerms: readonly string[];
  draftId: string | undefined;
  /** The author's own words in other languages. */
  versions: readonly NoteVersion[];
  events: readonly { name: string; payload: object }[];
  /** Parts of the statement that put the note under its topics. */
  topicParts: readonly ReturnType<typeof sql>[];
}

export interface WrittenNote {
  country: string | null;
  picturesUsed: number;
}

/**
 * Writes a note and everything that hangs on it in one statement. Nothing is written, and nothing returned, when a note of
 * this id is there already or the author's account is closed.
 */
export async function insertNote(db: Queryable, note: NewNote): Promise<WrittenNote | undefined> {
  const { authorId, country = null, draftId, compliance, pictures } = note;
  const { rows } = await sql<WrittenNote>`
    with author as (
      select case when shows_country_badge then ${country}::text end as country
      from member where id = ${authorId} and state = 'active'),
    written as (
      insert into note (id, author_id, title, text, language, title_languages, text_languages, language_source, language_declared, format, text_cover, category, country, compliance, published_at)
      select ${note.id}::uuid, ${authorId}::uuid, ${note.title}, ${note.text}, ${note.language}, ${[...note.titleLanguages]}::text[], ${[...note.textLanguages]}::text[], ${note.languageSource}, ${note.languageDeclared ?? null},
        ${note.format}, ${note.textCover ?? null}, ${note.category ?? null}, country, ${compliance}, ${note.publishedAt}::timestamptz from author
      on conflict (id) do nothing returning id, country),
    counters as (insert into note_stat (note_id) select id from written)
    ${andAlso(
      ...hangingOn(note),
      told(note.events),
      ...note.topicParts,
      draftId &&
        sql`tidied as (delete from draft where member_id = ${authorId} and id = ${draftId} and exists (select from written))`,
      country && placed(authorId),
      note.versions.length > 0 && versioned(note),
      compliance === 'allowed' &&
        sql`counted as (update member_stat set notes = notes + 1 where member_id = ${authorId} and exists (select from written))`,
    )}
    select country, ${picturesUsed(pictures)} from written`.execute(db);
  return rows[0];
}

type Part = ReturnType<typeof sql> | false | '' | null | undefined;

/** Further parts of a `with`; what a note does not have is not planned either. */
function andAlso(...parts: Part[]) {
  return sql.join(
    parts.flatMap((part) => (part ? [sql`, ${part}`] : [])),
    sql` `,
  );
}

type Hanging = Pick<NewNote, 'pictures' | 'fingerprint' | 'mentionedIds' | 'searchTerms' | 'publishedAt' | 'authorId'>;

/** Pictures, fingerprint, mentions and search terms of the note in `written`. */
function hangingOn({ pictures, fingerprint, mentionedIds, searchTerms, publishedAt, authorId }: Hanging): Part[] {
  const ids = pictures.map((picture) => picture.mediaId);
  return [
    pictures.length > 0 &&
      sql`shown as (
        insert into note_media (note_id, position, media_id, alt)
        select written.id, position - 1, given.id, alt
        from written, unnest(${ids}::uuid[], ${pictures.map((picture) => picture.alt)}::text[]) with ordinality as given (id, alt, position)),
      used as (
        update media set used_at = ${publishedAt}::timestamptz
        where id = any(${ids}::uuid[]) and owner_id = ${authorId} and state = 'ready' and exists (select from written) returning id)`,
    fingerprint &&
      sql`marked as (
        insert into note_fingerprint (note_id, band, simhash)
        select written.id, band, ${fingerprint.simhash} from written, unnest(${fingerprint.bands}::text[]) as band)`,
    mentionedIds.length > 0 &&
      sql`named as (
        insert into note_mention (note_id, member_id)
        select written.id, mentioned from written, unnest(${[...mentionedIds]}::uuid[]) as mentioned)`,
    sql`indexed as (
      insert into note_search (note_id, tokens, published_at)
      select written.id, array_to_tsvector(${[...searchTerms]}::text[]), ${publishedAt}::timestamptz from written
      on conflict (note_id) do update set tokens = excluded.tokens)`,
  ];
}

function picturesUsed(pictures: NewNote['pictures']) {
  return pictures.length > 0 ? sql`(select count(*) from used) as "picturesUsed"` : sql`0 as "picturesUsed"`;
}

function told(events: NewNote['events']): Part {
  const names = events.map((event) => event.name);
  const payloads = events.map((event) => JSON.stringify(event.payload));
  return sql`told as (
    insert into outbox (name, payload)
    select event.name, event.payload from written, unnest(${names}::text[], ${payloads}::jsonb[]) as event (name, payload))`;
}

function versioned({ versions, publishedAt }: Pick<NewNote, 'versions' | 'publishedAt'>): Part {
  const column = (of: keyof NoteVersion) => versions.map((version) => version[of]);
  return sql`versioned as (
    insert into note_version (note_id, language, title, text, for_version, updated_at)
    select written.id, given.language, given.title, given.text, 1, ${publishedAt}::timestamptz
    from written, unnest(${column('language')}::text[], ${column('title')}::text[], ${column('text')}::text[]) as given (language, title, text))`;
}

/** A member's profile shows where they last wrote from. */
function placed(authorId: string): Part {
  return sql`placed as (
    update member set country = written.country from written
    where member.id = ${authorId} and written.country is not null and member.country is distinct from written.country)`;
}

export interface ChangedNote
  extends Omit<
    NewNote,
    'compliance' | 'country' | 'draftId' | 'events' | 'languageDeclared' | 'languageSource' | 'topicParts' | 'versions'
  > {
  languageSource: 'detected' | 'author' | 'moderator';
  /** The version the change was made to. */
  version: number;
  changedAt: Date;
}

/** The former words go to the history, the new ones take their place; undefined when the note was changed meanwhile. */
export async function updateNote(tx: Queryable, note: ChangedNote): Promise<WrittenNote | undefined> {
  const { rows: former } = await sql<{ id: string }>`
    with former as (
      select id, version, title, text, coalesce(edited_at, published_at) as since from note
      where id = ${note.id} and version = ${note.version} and deleted_at is null and compliance <> 'removed' for update),
    kept as (insert into note_revision (note_id, version, title, text, edited_at) select id, version, title, text, since from former),
    unmarked as (delete from note_fingerprint where note_id in (select id from former)),
    unnamed as (delete from note_mention where note_id in (select id from former)),
    hidden as (delete from note_media where note_id in (select id from former) returning media_id),
    released as (${releaseUnused(sql`select media_id from hidden`, note.id)})
    select id from former`.execute(tx);
  if (!former[0]) return undefined;
  const { rows } = await sql<WrittenNote>`
    with written as (
      update note set title = ${note.title}, text = ${note.text}, language = ${note.language},
        title_languages = ${[...note.titleLanguages]}::text[], text_languages = ${[...note.textLanguages]}::text[], language_source = ${note.languageSource}, format = ${note.format},
        text_cover = ${note.textCover ?? null}, category = ${note.category ?? null}, version = version + 1, edited_at = ${note.changedAt}::timestamptz
      where id = ${note.id} returning id, country)
    ${andAlso(...hangingOn(note))}
    select country, ${picturesUsed(note.pictures)} from written`.execute(tx);
  return rows[0];
}

/** Pictures that nothing else shows are free to go. */
function releaseUnused(mediaIds: ReturnType<typeof sql>, noteId: string) {
  return sql`
    update media set used_at = null where id in (${mediaIds})
      and not exists (select from note_media as other where other.media_id = media.id and other.note_id <> ${noteId})
      and not exists (select from comment_media as said where said.media_id = media.id)
      and not exists (select from member where member.id = media.owner_id and member.avatar_media_id = media.id)`;
}

/** Takes a note and what hangs on it away; the row stays without its words, so that its id is never given again. */
export async function deleteNoteRow(tx: Queryable, id: string, authorId: string, deletedAt: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      update note set deleted_at = ${deletedAt}::timestamptz, title = '', text = ''
      where id = ${id} and author_id = ${authorId} and deleted_at is null returning id, compliance),
    counters as (select likes + collects as received from note_stat where note_id in (select id from gone) for update),
    counted as (
      update member_stat set received = received - (select received from counters),
        notes = notes - (select (compliance in ('allowed', 'limited'))::integer from gone)
      where member_id = ${authorId} and exists (select from gone)),
    forgotten as (delete from note_revision where note_id in (select id from gone)),
    unmarked as (delete from note_fingerprint where note_id in (select id from gone)),
    unnamed as (delete from note_mention where note_id in (select id from gone)),
    unindexed as (delete from note_search where note_id in (select id from gone)),
    unversioned as (delete from note_version where note_id in (select id from gone)),
    hidden as (delete from note_media where note_id in (select id from gone) returning media_id),
    released as (${releaseUnused(sql`select media_id from hidden`, id)})
    select id from gone`.execute(tx);
  return rows.length === 1;
}
