import type { MediaId } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

/** What an edit starts from. */
export async function selectForEdit(db: Queryable, id: string) {
  return db
    .selectFrom('note')
    .select([
      'id',
      'author_id',
      'title',
      'text',
      'language',
      'language_source',
      'language_declared',
      'format',
      'text_cover',
      'compliance',
      'version',
      'published_at',
      'deleted_at',
    ])
    .select(
      sql<{ mediaId: MediaId; alt: string }[]>`array(
        select json_build_object('mediaId', media_id, 'alt', alt) from note_media where note_id = note.id order by position)`.as(
        'pictures',
      ),
    )
    .select(
      sql<string[]>`array(
        select topic.name from note_topic join topic on topic.id = note_topic.topic_id where note_id = note.id order by position)`.as(
        'topics',
      ),
    )
    .select(sql<string[]>`array(select member_id from note_mention where note_id = note.id)`.as('mentioned_ids'))
    .where('id', '=', id)
    .executeTakeFirst();
}

export type EditableNote = NonNullable<Awaited<ReturnType<typeof selectForEdit>>>;

export async function updateLanguage(db: Queryable, id: string, authorId: string, language: string): Promise<void> {
  await db
    .updateTable('note')
    .set({ language, language_source: 'author', language_declared: language })
    .where('id', '=', id)
    .where('author_id', '=', authorId)
    .where('deleted_at', 'is', null)
    .execute();
}

const mostRevisions = 100;

export function selectRevisions(db: Queryable, noteId: string) {
  return db
    .selectFrom('note_revision')
    .select(['version', 'title', 'text', 'edited_at'])
    .where('note_id', '=', noteId)
    .orderBy('version', 'desc')
    .limit(mostRevisions)
    .execute();
}

export function selectDrafts(db: Queryable, memberId: string, limit: number) {
  return db
    .selectFrom('draft')
    .select(['id', 'content', 'updated_at'])
    .where('member_id', '=', memberId)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/**
 * False when the member keeps as many drafts as they may. A draft of this id that is there already is left as it is, so
 * that a repeated request finds it.
 */
export async function insertDraft(
  tx: Queryable,
  memberId: string,
  id: string,
  content: object,
  at: Date,
  most: number,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${memberId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ is_kept: boolean }>`
    with kept as (
      insert into draft (member_id, id, content, updated_at)
      select ${memberId}, ${id}, ${JSON.stringify(content)}, ${at}
      where (select count(*) from draft where member_id = ${memberId}) < ${most} on conflict do nothing returning id)
    select exists (select from kept) or exists (select from draft where member_id = ${memberId} and id = ${id}) as is_kept`.execute(
    tx,
  );
  return rows[0]?.is_kept ?? false;
}

export async function updateDraft(
  db: Queryable,
  memberId: string,
  id: string,
  content: object,
  updated_at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set({ content: JSON.stringify(content), updated_at })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteDraft(db: Queryable, memberId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
