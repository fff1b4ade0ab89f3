import { type Expression, sql } from 'kysely';
import type { MediaRow } from '../media/index.ts';
import type { Queryable } from '../platform/db/database.ts';
import { type LabelledTopic, topicLabels } from '../topics/index.ts';

const recordColumns = [
  'note.id',
  'note.author_id',
  'note.title',
  'note.language',
  'note.title_languages',
  'note.format',
  'note.text_cover',
  'note.category',
  'note.compliance',
  'note.published_at',
  'note.deleted_at',
] as const;

/** A note as cards and rules need it: without its text. */
export function selectNoteRecords(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('note')
    .leftJoin('member', 'member.id', 'note.author_id')
    .select(recordColumns)
    .select(shownCountry())
    .select((eb) => [firstPicture(eb.ref('note.id')).as('picture'), topicIds(eb.ref('note.id')).as('topic_ids')])
    .where('note.id', 'in', [...ids])
    .execute();
}

export type NoteRecordRow = Awaited<ReturnType<typeof selectNoteRecords>>[number];

/** A note with what its own page shows. */
export function selectNoteDetails(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('note')
    .leftJoin('member', 'member.id', 'note.author_id')
    .select([
      ...recordColumns,
      'note.text',
      'note.text_languages',
      'note.translation_locked',
      'note.language_source',
      'note.version',
      'note.edited_at',
    ])
    .select(shownCountry())
    .select((eb) => [
      pictures(eb.ref('note.id')).as('pictures'),
      topics(eb.ref('note.id')).as('topics'),
      mentions(eb.ref('note.id')).as('mentions'),
      versions(eb.ref('note.id')).as('versions'),
    ])
    .where('note.id', 'in', [...ids])
    .execute();
}

export type NoteDetailRow = Awaited<ReturnType<typeof selectNoteDetails>>[number];

/** A member may hide the badge later, too. */
function shownCountry() {
  return sql<string | null>`case when member.shows_country_badge then note.country end`.as('country');
}

const pictureObject = sql`'id', media.id, 'width', media.width, 'height', media.height, 'thumbhash', media.thumbhash, 'widths', media.widths,
      'has_avif', media.has_avif, 'alt', note_media.alt`;

function pictures(noteId: Expression<string>) {
  return sql<(MediaRow & { alt: string })[]>`array(
    select json_build_object(${pictureObject}) from note_media join media on media.id = note_media.media_id
    where note_media.note_id = ${noteId} order by note_media.position)`;
}

function topics(noteId: Expression<string>) {
  return sql<LabelledTopic[]>`array(
    select json_build_object('id', topic.id, 'name', topic.name, 'language', topic.language, 'labels', ${topicLabels('topic')}) from note_topic join topic on topic.id = note_topic.topic_id
    where note_topic.note_id = ${noteId} order by note_topic.position)`;
}

function mentions(noteId: Expression<string>) {
  return sql<{ handle: string; name: string }[]>`array(
    select json_build_object('handle', other.handle, 'name', other.name) from note_mention join member as other on other.id = note_mention.member_id
    where note_mention.note_id = ${noteId} and other.state = 'active')`;
}

function versions(noteId: Expression<string>) {
  return sql<
    string[]
  >`array(select language from note_version where note_version.note_id = ${noteId} order by language)`;
}

interface FirstPicture extends MediaRow {
  alt: string;
  count: number;
}

function firstPicture(noteId: Expression<string>) {
  return sql<FirstPicture | null>`(
    select json_build_object(${pictureObject}, 'count', (select count(*) from note_media as every where every.note_id = ${noteId}))
    from note_media join media on media.id = note_media.media_id
    where note_media.note_id = ${noteId} order by note_media.position limit 1)`;
}

function topicIds(noteId: Expression<string>) {
  return sql<string[]>`array(select topic_id from note_topic where note_topic.note_id = ${noteId} order by position)`;
}

export function selectNoteStats(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('note_stat')
    .selectAll()
    .where('note_id', 'in', [...ids])
    .execute();
}

export type NoteStatRow = Awaited<ReturnType<typeof selectNoteStats>>[number];

/** Which of the notes a member likes and collects, in one round trip. */
export async function selectViewerMarks(
  db: Queryable,
  memberId: string,
  ids: readonly string[],
): Promise<{ note_id: string; kind: 'like' | 'collect' }[]> {
  const { rows } = await sql<{ note_id: string; kind: 'like' | 'collect' }>`
    select note_id, 'like' as kind from note_like where member_id = ${memberId} and note_id = any(${[...ids]}::uuid[])
    union all select note_id, 'collect' from collect where member_id = ${memberId} and note_id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return rows;
}
