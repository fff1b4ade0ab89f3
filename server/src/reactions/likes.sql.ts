import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface Reaction {
  noteId: string;
  authorId: string;
  memberId: string;
}

/**
 * Row, both counters and the event in one statement: a transaction of its own, one round trip.
 * The note's row decides whether it is still there; what the caller knew came from memory. Its share lock makes a deletion,
 * which takes the likes off the author's count, wait for this one.
 */
export async function insertLike(
  db: Queryable,
  { noteId, authorId, memberId }: Reaction,
  at: Date,
): Promise<{ isNew: boolean; isGone: boolean; likes: number }> {
  const payload = JSON.stringify({ noteId, authorId, memberId });
  const { rows } = await sql<{ is_new: boolean; is_there: boolean; likes: number }>`
    with target as (
      select id from note where id = ${noteId} and deleted_at is null and compliance in ('allowed', 'limited') for share
    ), liked as (
      insert into note_like (note_id, member_id, at) select id, ${memberId}::uuid, ${at}::timestamptz from target
      on conflict do nothing returning note_id
    ), counted as (
      update note_stat set likes = likes + 1 where note_id = (select note_id from liked) returning likes
    ), received as (
      update member_stat set received = received + 1
      where member_id = ${authorId} and exists (select from counted)
    ), announced as (
      insert into outbox (name, payload) select 'note.liked', ${payload}::jsonb from liked
    )
    select exists (select from counted) as is_new, exists (select from target) as is_there,
      coalesce((select likes from counted), (select likes from note_stat where note_id = ${noteId}), 0) as likes`.execute(
    db,
  );
  const row = rows[0];
  return { isNew: row?.is_new ?? false, isGone: !row?.is_there, likes: row?.likes ?? 0 };
}

export async function deleteLike(
  db: Queryable,
  noteId: string,
  memberId: string,
): Promise<{ isRemoved: boolean; likes: number }> {
  const payload = JSON.stringify({ noteId, memberId });
  const { rows } = await sql<{ is_removed: boolean; likes: number }>`
    with removed as (
      delete from note_like using note
      where note_like.note_id = ${noteId} and note_like.member_id = ${memberId}
        and note.id = note_like.note_id and note.deleted_at is null
      returning note_id, author_id
    ), counted as (
      update note_stat set likes = likes - 1 where note_id = (select note_id from removed) returning likes
    ), received as (
      update member_stat set received = received - 1
      where member_id = (select author_id from removed) and exists (select from counted)
    ), announced as (
      insert into outbox (name, payload) select 'note.unliked', ${payload}::jsonb from removed
    )
    select exists (select from removed) as is_removed,
      coalesce((select likes from counted), (select likes from note_stat where note_id = ${noteId}), 0) as likes`.execute(
    db,
  );
  const row = rows[0];
  return { isRemoved: row?.is_removed ?? false, likes: row?.likes ?? 0 };
}

export interface LikePosition {
  at: Date;
  note_id: string;
}

export function selectLiked(
  db: Queryable,
  memberId: string,
  after: LikePosition | undefined,
  take: number,
): Promise<LikePosition[]> {
  return db
    .selectFrom('note_like')
    .select(['at', 'note_id'])
    .where('member_id', '=', memberId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, note_id) < (${after?.at}, ${after?.note_id})`))
    .orderBy('at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(take)
    .execute();
}
