import type { NotificationView } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';

interface Deed {
  memberId: string;
  groupKey: string;
  actorId: string | undefined;
}

/**
 * Which deeds (by index) may be told: to open accounts, and not by anyone the member blocks, mutes or is blocked by.
 * `is_fresh`: the first of this person in the group.
 */
export async function insertActors(tx: Tx, deeds: readonly Deed[]): Promise<{ index: number; is_fresh: boolean }[]> {
  const incoming = JSON.stringify(
    deeds.map(({ memberId, groupKey, actorId }, index) => ({
      index,
      member_id: memberId,
      group_key: groupKey,
      actor_id: actorId ?? null,
    })),
  );
  const { rows } = await sql<{ index: number; is_fresh: boolean }>`
    with incoming as (
      select * from jsonb_to_recordset(${incoming}::jsonb) as deed (index int, member_id uuid, group_key text, actor_id uuid)
    ), wanted as (
      select incoming.* from incoming join member on member.id = incoming.member_id and member.state = 'active'
      where not exists (select from block where block.member_id = incoming.member_id and block.blocked_id = incoming.actor_id)
        and not exists (select from block where block.member_id = incoming.actor_id and block.blocked_id = incoming.member_id)
        and not exists (select from mute where mute.member_id = incoming.member_id and mute.muted_id = incoming.actor_id)
    ), fresh as (
      insert into notification_actor (member_id, group_key, actor_id)
      select distinct member_id, group_key, actor_id from wanted where actor_id is not null
      order by member_id, group_key, actor_id
      on conflict do nothing returning member_id, group_key, actor_id
    )
    select wanted.index, fresh.actor_id is not null as is_fresh from wanted left join fresh
      on fresh.member_id = wanted.member_id and fresh.group_key = wanted.group_key and fresh.actor_id = wanted.actor_id
    order by wanted.index`.execute(tx);
  return rows;
}

export interface NewLine {
  id: string;
  member_id: string;
  group_key: string;
  kind: NotificationView['kind'];
  note_id: string | null;
  comment_id: string | null;
  message: NotificationView['message'] | null;
  /** Newest first. */
  actor_ids: string[];
  /** Of these, how many were not in the group before. */
  actor_count: number;
}

export interface TouchedLine {
  member_id: string;
  id: string;
}

/** A line that exists moves to the top and is unread again. */
export async function upsertLines(tx: Tx, lines: readonly NewLine[], at: Date): Promise<TouchedLine[]> {
  const { rows } = await sql<TouchedLine>`
    insert into notification (member_id, id, group_key, kind, note_id, comment_id, message, actor_ids, actor_count, at)
    select member_id, id, group_key, kind, note_id, comment_id, message, actor_ids, actor_count, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (
      member_id uuid, id uuid, group_key text, kind text, note_id uuid, comment_id uuid, message jsonb, actor_ids uuid[], actor_count int)
    on conflict (member_id, group_key) do update set
      comment_id = excluded.comment_id,
      actor_ids = (excluded.actor_ids || array(
        select former.id from unnest(notification.actor_ids) with ordinality as former (id, place)
        where former.id <> all (excluded.actor_ids) order by place))[1:3],
      actor_count = notification.actor_count + excluded.actor_count,
      at = excluded.at,
      read_at = null
    returning member_id, id`.execute(tx);
  return rows;
}

export interface NotificationRow {
  member_id: string;
  id: string;
  kind: NotificationView['kind'];
  note_id: string | null;
  comment_id: string | null;
  message: NotificationView['message'] | null;
  actor_ids: string[];
  actor_count: number;
  at: Date;
  read_at: Date | null;
}

const columns = sql`member_id, id, kind, note_id, comment_id, message, actor_ids, actor_count, at, read_at`;

export interface LinePosition {
  at: Date;
  id: string;
}

/** Newest first; without kinds, of every kind. */
export async function selectLines(
  db: Queryable,
  memberId: string,
  kinds: readonly string[],
  after: LinePosition | undefined,
  take: number,
): Promise<NotificationRow[]> {
  const ofKinds = kinds.length > 0 ? sql`and kind = any(${[...kinds]}::text[])` : sql``;
  const beyond = after ? sql`and (at, id) < (${after.at}, ${after.id})` : sql``;
  const { rows } = await sql<NotificationRow>`
    select ${columns} from notification where member_id = ${memberId} ${ofKinds} ${beyond}
    order by at desc, id desc limit ${take}`.execute(db);
  return rows;
}

export async function selectTouchedLines(db: Queryable, touched: readonly TouchedLine[]): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`
    select ${columns} from notification
    where (member_id, id) in (
      select * from unnest(${touched.map((line) => line.member_id)}::uuid[], ${touched.map((line) => line.id)}::uuid[]))
    order by at, id`.execute(db);
  return rows;
}

const mostUnread = 1000;

export async function selectUnreadCounts(db: Queryable, memberIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ member_id: string; unread: number }>`
    select wanted.member_id, counted.unread from unnest(${[...memberIds]}::uuid[]) as wanted (member_id) cross join lateral (
      select count(*) as unread from (
        select from notification where notification.member_id = wanted.member_id and read_at is null limit ${mostUnread}
      ) as bounded
    ) as counted`.execute(db);
  return new Map(rows.map((row) => [row.member_id, row.unread]));
}

/** A line that moved up since the member saw it stays unread. */
export async function markLinesRead(db: Queryable, memberId: string, upTo: string, at: Date): Promise<void> {
  await sql`
    update notification set read_at = ${at}
    where member_id = ${memberId} and read_at is null
      and (at, id) <= (select at, id from notification where member_id = ${memberId} and id = ${upTo})`.execute(db);
}

export interface QuotedComment {
  id: string;
  author_id: string;
  text: string;
  language: string;
  compliance: string;
}

export function selectQuotedComments(db: Queryable, ids: readonly string[]): Promise<QuotedComment[]> {
  return db
    .selectFrom('comment')
    .select(['id', 'author_id', 'text', 'language', 'compliance'])
    .where('id', 'in', [...ids])
    .where('deleted_at', 'is', null)
    .execute();
}
