import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';

export interface NewComment {
  id: string;
  noteId: string;
  /** The root it stands under. */
  parentId: string | undefined;
  /** The reply it answers, when that is not the root itself. */
  replyToId: string | undefined;
  authorId: string;
  text: string;
  language: string;
  languages: readonly string[];
  compliance: 'allowed' | 'held';
  at: Date;
}

/** `known`: a repeated request finds its comment. `gone`: the note was withdrawn meanwhile. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<'added' | 'known' | 'gone'> {
  const { rows } = await sql<{ is_there: boolean; is_added: boolean }>`
    with target as (
      select id from note
      where id = ${comment.noteId} and deleted_at is null and compliance in ('allowed', 'limited') for share
    ), added as (
      insert into comment (note_id, id, parent_id, reply_to_id, author_id, text, language, languages, compliance, created_at)
      select id, ${comment.id}::uuid, ${comment.parentId ?? null}::uuid, ${comment.replyToId ?? null}::uuid,
        ${comment.authorId}::uuid, ${comment.text}, ${comment.language}, ${[...comment.languages]}::text[], ${comment.compliance}, ${comment.at}::timestamptz
      from target on conflict do nothing returning id
    )
    select exists (select from target) as is_there, exists (select from added) as is_added`.execute(tx);
  if (rows[0]?.is_added) return 'added';
  return rows[0]?.is_there ? 'known' : 'gone';
}

/** Counts a reply on its root, which stays locked to the end of the transaction; undefined when the root is gone. */
export async function countReply(tx: Tx, noteId: string, rootId: string, replies: number) {
  return tx
    .updateTable('comment')
    .set((eb) => ({ replies: eb('replies', '+', replies) }))
    .where('note_id', '=', noteId)
    .where('id', '=', rootId)
    .where('deleted_at', 'is', null)
    .returning('compliance')
    .executeTakeFirst();
}

/** The counter is the number of comments that everyone may read: allowed, under an allowed root, not deleted. */
export async function countComments(tx: Tx, noteId: string, comments: number): Promise<void> {
  if (comments === 0) return;
  await tx
    .updateTable('note_stat')
    .set((eb) => ({ comments: eb('comments', '+', comments) }))
    .where('note_id', '=', noteId)
    .execute();
}

/** Pictures that a comment shows are in use: nothing takes them out of the house. */
export async function insertCommentPictures(
  tx: Tx,
  { noteId, id, authorId, at }: Pick<NewComment, 'noteId' | 'id' | 'authorId' | 'at'>,
  pictures: readonly { mediaId: string; alt: string }[],
): Promise<void> {
  if (pictures.length === 0) return;
  await tx
    .insertInto('comment_media')
    .values(
      pictures.map(({ mediaId, alt }, position) => ({
        note_id: noteId,
        comment_id: id,
        position,
        media_id: mediaId,
        alt,
      })),
    )
    .execute();
  await tx
    .updateTable('media')
    .set({ used_at: at })
    .where(
      'id',
      'in',
      pictures.map(({ mediaId }) => mediaId),
    )
    .where('owner_id', '=', authorId)
    .execute();
}

export async function insertCommentMentions(
  tx: Tx,
  noteId: string,
  commentId: string,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .insertInto('comment_mention')
    .values(memberIds.map((memberId) => ({ note_id: noteId, comment_id: commentId, member_id: memberId })))
    .execute();
}

/** Locks a comment, its root first, so that changes under one root wait for each other. */
export async function lockComment(tx: Tx, noteId: string, id: string) {
  await sql`
    select from comment where note_id = ${noteId}
      and id = (select coalesce(parent_id, id) from comment where note_id = ${noteId} and id = ${id})
    for update`.execute(tx);
  const { rows } = await sql<LockedComment>`
    select c.id, c.parent_id, c.author_id, c.text, c.compliance, c.replies, c.is_pinned,
      coalesce(root.compliance, c.compliance) = 'allowed' as root_is_allowed
    from comment as c left join comment as root on root.note_id = c.note_id and root.id = c.parent_id
    where c.note_id = ${noteId} and c.id = ${id} and c.deleted_at is null
    for update of c`.execute(tx);
  return rows[0];
}

export interface LockedComment {
  id: string;
  parent_id: string | null;
  author_id: string;
  text: string;
  compliance: 'allowed' | 'limited' | 'held' | 'removed';
  replies: number;
  is_pinned: boolean;
  root_is_allowed: boolean;
}

/** The comment and what hangs under it; pictures that nothing else shows are free to go. */
export async function markDeleted(tx: Tx, noteId: string, id: string, by: string, at: Date): Promise<void> {
  await sql`
    with deleted as (
      update comment set deleted_at = ${at}, deleted_by = ${by}, is_pinned = false
      where note_id = ${noteId} and (id = ${id} or parent_id = ${id}) and deleted_at is null returning id
    ), hidden as (
      delete from comment_media where note_id = ${noteId} and comment_id in (select id from deleted) returning media_id
    )
    update media set used_at = null where id in (select media_id from hidden)
      and not exists (select from note_media where note_media.media_id = media.id)
      and not exists (
        select from comment_media as other where other.media_id = media.id
          and (other.note_id <> ${noteId} or other.comment_id not in (select id from deleted)))
      and not exists (select from member where member.id = media.owner_id and member.avatar_media_id = media.id)`.execute(
    tx,
  );
}

export async function updateCompliance(
  tx: Tx,
  noteId: string,
  id: string,
  compliance: LockedComment['compliance'],
): Promise<void> {
  await tx.updateTable('comment').set({ compliance }).where('note_id', '=', noteId).where('id', '=', id).execute();
}

export async function selectNoteOfComment(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('comment').select('note_id').where('id', '=', id).executeTakeFirst();
  return row?.note_id;
}

/** A held comment that is released is news now. */
export async function announceReleased(tx: Tx, noteId: string, id: string): Promise<void> {
  await sql`
    insert into outbox (name, payload)
    select 'note.commented', json_strip_nulls(json_build_object('noteId', c.note_id, 'authorId', note.author_id, 'memberId', c.author_id,
      'commentId', c.id, 'parentId', answered.id, 'parentAuthorId', answered.author_id))::jsonb
    from comment as c join note on note.id = c.note_id
    left join comment as answered on answered.note_id = c.note_id and answered.id = coalesce(c.reply_to_id, c.parent_id)
    where c.note_id = ${noteId} and c.id = ${id}`.execute(tx);
}

/** Two pins of one note wait for each other; the later one stays. */
export async function pinOnly(tx: Tx, noteId: string, id: string): Promise<void> {
  await sql`select from note_stat where note_id = ${noteId} for update`.execute(tx);
  await sql`
    update comment set is_pinned = (id = ${id})
    where note_id = ${noteId} and parent_id is null and (is_pinned or id = ${id}) and deleted_at is null`.execute(tx);
}

export async function unpin(db: Queryable, noteId: string, id: string): Promise<void> {
  await db
    .updateTable('comment')
    .set({ is_pinned: false })
    .where('note_id', '=', noteId)
    .where('id', '=', id)
    .where('is_pinned', '=', true)
    .execute();
}

export async function insertCommentLike(
  db: Queryable,
  noteId: string,
  commentId: string,
  memberId: string,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ likes: number }>`
    with liked as (
      insert into comment_like (note_id, comment_id, member_id, at)
      select note_id, id, ${memberId}::uuid, ${at}::timestamptz from comment
      where note_id = ${noteId} and id = ${commentId} and deleted_at is null
      on conflict do nothing returning comment_id
    ), counted as (
      update comment set likes = likes + 1
      where note_id = ${noteId} and id = (select comment_id from liked) returning likes
    )
    select coalesce((select likes from counted), (select likes from comment where note_id = ${noteId} and id = ${commentId}), 0) as likes`.execute(
    db,
  );
  return rows[0]?.likes ?? 0;
}

export async function deleteCommentLike(
  db: Queryable,
  noteId: string,
  commentId: string,
  memberId: string,
): Promise<number> {
  const { rows } = await sql<{ likes: number }>`
    with removed as (
      delete from comment_like where note_id = ${noteId} and comment_id = ${commentId} and member_id = ${memberId}
      returning comment_id
    ), counted as (
      update comment set likes = likes - 1
      where note_id = ${noteId} and id = (select comment_id from removed) returning likes
    )
    select coalesce((select likes from counted), (select likes from comment where note_id = ${noteId} and id = ${commentId}), 0) as likes`.execute(
    db,
  );
  return rows[0]?.likes ?? 0;
}
