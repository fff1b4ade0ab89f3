import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { Reaction } from './likes.sql.ts';

export interface Collected {
  /** Where the note is now; null when the board named is not the member's, or none is there to be the default. */
  board_id: string | null;
  /** The note is open. */
  is_there: boolean;
  is_new: boolean;
  collects: number;
}

/** Puts a note on a board, or moves it, with counters and event in one statement. */
export async function insertCollect(
  db: Queryable,
  { noteId, authorId, memberId }: Reaction,
  boardId: string | undefined,
  at: Date,
): Promise<Collected> {
  const payload = JSON.stringify({ noteId, authorId, memberId });
  const wanted = boardId ?? null;
  const { rows } = await sql<Collected>`
    with target as (
      select id from note where id = ${noteId} and deleted_at is null and compliance in ('allowed', 'limited') for share
    ), chosen as (
      select id from board where member_id = ${memberId}
        and (id = ${wanted}::uuid or (${wanted}::uuid is null and is_default))
    ), put as (
      insert into collect (member_id, note_id, board_id, at)
      select ${memberId}::uuid, target.id, chosen.id, ${at}::timestamptz from target, chosen
      on conflict (member_id, note_id) do update set board_id = excluded.board_id, at = excluded.at
        where ${wanted}::uuid is not null and collect.board_id <> excluded.board_id
      returning board_id, xmax = 0 as is_new
    ), counted as (
      update note_stat set collects = collects + 1
      where note_id = ${noteId} and exists (select from put where is_new) returning collects
    ), received as (
      update member_stat set received = received + 1 where member_id = ${authorId} and exists (select from counted)
    ), touched as (
      update board set updated_at = ${at} where member_id = ${memberId} and id = (select board_id from put)
    ), announced as (
      insert into outbox (name, payload) select 'note.collected', ${payload}::jsonb from put where is_new
    )
    select exists (select from target) as is_there, coalesce((select is_new from put), false) as is_new,
      coalesce(
        (select board_id from put),
        (select board_id from collect where member_id = ${memberId} and note_id = ${noteId} and exists (select from chosen)),
        (select id from chosen)
      ) as board_id,
      coalesce((select collects from counted), (select collects from note_stat where note_id = ${noteId}), 0) as collects`.execute(
    db,
  );
  return rows[0] ?? { board_id: null, is_there: false, is_new: false, collects: 0 };
}

export async function deleteCollect(
  db: Queryable,
  noteId: string,
  memberId: string,
): Promise<{ isRemoved: boolean; collects: number }> {
  const payload = JSON.stringify({ noteId, memberId });
  const { rows } = await sql<{ is_removed: boolean; collects: number }>`
    with removed as (
      delete from collect using note
      where collect.member_id = ${memberId} and collect.note_id = ${noteId}
        and note.id = collect.note_id and note.deleted_at is null
      returning note_id, author_id
    ), counted as (
      update note_stat set collects = collects - 1 where note_id = (select note_id from removed) returning collects
    ), received as (
      update member_stat set received = received - 1
      where member_id = (select author_id from removed) and exists (select from counted)
    ), announced as (
      insert into outbox (name, payload) select 'note.uncollected', ${payload}::jsonb from removed
    )
    select exists (select from removed) as is_removed,
      coalesce((select collects from counted), (select collects from note_stat where note_id = ${noteId}), 0) as collects`.execute(
    db,
  );
  const row = rows[0];
  return { isRemoved: row?.is_removed ?? false, collects: row?.collects ?? 0 };
}

/** Empties a board; counters follow. */
export async function deleteCollectsOfBoard(tx: Queryable, memberId: string, boardId: string): Promise<string[]> {
  const { rows } = await sql<{ note_id: string }>`
    with removed as (
      delete from collect where member_id = ${memberId} and board_id = ${boardId} returning note_id
    ), counted as (
      update note_stat set collects = collects - 1 from removed where note_stat.note_id = removed.note_id
    ), received as (
      update member_stat set received = received - gone.collects
      from (
        select author_id, count(*) as collects from removed join note on note.id = removed.note_id
        where note.deleted_at is null group by author_id
      ) as gone
      where member_stat.member_id = gone.author_id
    ), announced as (
      insert into outbox (name, payload)
      select 'note.uncollected', jsonb_build_object('noteId', note_id, 'memberId', ${memberId}::text) from removed
    )
    select note_id from removed`.execute(tx);
  return rows.map((row) => row.note_id);
}

export interface CollectPosition {
  at: Date;
  note_id: string;
}

export function selectCollected(
  db: Queryable,
  boardId: string,
  after: CollectPosition | undefined,
  take: number,
): Promise<CollectPosition[]> {
  return db
    .selectFrom('collect')
    .select(['at', 'note_id'])
    .where('board_id', '=', boardId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, note_id) < (${after?.at}, ${after?.note_id})`))
    .orderBy('at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(take)
    .execute();
}
