import { sql } from 'kysely';
import type { MediaRow } from '../media/index.ts';
import type { Queryable } from '../platform/db/database.ts';

export interface CommentRow {
  note_id: string;
  id: string;
  parent_id: string | null;
  author_id: string;
  text: string;
  language: string;
  languages: string[];
  compliance: 'allowed' | 'limited' | 'held' | 'removed';
  is_pinned: boolean;
  likes: number;
  replies: number;
  created_at: Date;
  /** Author of the reply that this one answers. */
  answered_id: string | null;
  pictures: (MediaRow & { alt: string })[] | null;
  mention_ids: string[];
}

/** A root with its oldest replies, one more than fit the page's slack when there are more. */
export interface ThreadRow extends CommentRow {
  first_replies: CommentRow[];
}

export interface RootPosition {
  is_pinned: boolean;
  id: string;
}

/** Three replies are shown; the rest makes up for those a reader may not see. */
export const firstRepliesRead = 6;

const columns = sql`c.note_id, c.id, c.parent_id, c.author_id, c.text, c.language, c.languages, c.compliance, c.is_pinned, c.likes, c.replies, c.created_at,
  (select answered.author_id from comment as answered where answered.note_id = c.note_id and answered.id = c.reply_to_id) as answered_id,
  (select json_agg(json_build_object('id', media.id, 'width', media.width, 'height', media.height, 'thumbhash', media.thumbhash,
      'widths', media.widths, 'has_avif', media.has_avif, 'alt', comment_media.alt) order by position)
    from comment_media join media on media.id = comment_media.media_id
    where comment_media.note_id = c.note_id and comment_media.comment_id = c.id) as pictures,
  array(select member_id from comment_mention where comment_mention.note_id = c.note_id and comment_mention.comment_id = c.id) as mention_ids`;

/** Roots of several notes with their first replies in one round trip: pinned first, then newest. */
export async function selectThreads(
  db: Queryable,
  noteIds: readonly string[],
  after: RootPosition | undefined,
  take: number,
): Promise<ThreadRow[]> {
  const beyond = after ? sql`and (is_pinned, id) < (${after.is_pinned}, ${after.id})` : sql``;
  const { rows } = await sql<CommentRow>`
    with root as (
      select found.* from unnest(${[...noteIds]}::uuid[]) as wanted (note_id) cross join lateral (
        select * from comment
        where note_id = wanted.note_id and parent_id is null and deleted_at is null ${beyond}
        order by is_pinned desc, id desc limit ${take}
      ) as found
    ), reply as (
      select found.* from root cross join lateral (
        select * from comment
        where note_id = root.note_id and parent_id = root.id and deleted_at is null
        order by id limit ${firstRepliesRead}
      ) as found
    )
    select ${columns} from (select * from root union all select * from reply) as c
    order by c.parent_id is not null, c.is_pinned desc, case when c.parent_id is null then c.id end desc, c.id`.execute(
    db,
  );
  const replies = Map.groupBy(
    rows.filter((row) => row.parent_id !== null),
    (row) => row.parent_id,
  );
  return rows
    .filter((row) => row.parent_id === null)
    .map((row) => ({ ...row, first_replies: replies.get(row.id) ?? [] }));
}

/** The root of a comment with its first replies; the comment itself may be a later one. */
export async function selectThreadOf(
  db: Queryable,
  noteId: string,
  commentId: string,
): Promise<{ thread: ThreadRow; comment: CommentRow } | undefined> {
  const comment = await selectComment(db, noteId, commentId);
  if (!comment) return undefined;
  const rootId = comment.parent_id ?? comment.id;
  const [root, first_replies] = await Promise.all([
    comment.parent_id === null ? comment : selectComment(db, noteId, rootId),
    selectReplies(db, noteId, rootId, undefined, firstRepliesRead),
  ]);
  return root && { thread: { ...root, first_replies }, comment };
}

/** Oldest first. */
export async function selectReplies(
  db: Queryable,
  noteId: string,
  parentId: string,
  after: string | undefined,
  take: number,
): Promise<CommentRow[]> {
  const beyond = after ? sql`and c.id > ${after}` : sql``;
  const { rows } = await sql<CommentRow>`
    select ${columns} from comment as c
    where c.note_id = ${noteId} and c.parent_id = ${parentId} and c.deleted_at is null ${beyond}
    order by c.id limit ${take}`.execute(db);
  return rows;
}

export async function selectComment(db: Queryable, noteId: string, id: string): Promise<CommentRow | undefined> {
  const { rows } = await sql<CommentRow>`
    select ${columns} from comment as c where c.note_id = ${noteId} and c.id = ${id} and c.deleted_at is null`.execute(
    db,
  );
  return rows[0];
}

/** Where a comment stands, whatever note that is under. */
export function selectPlaceOfComment(db: Queryable, id: string) {
  return db
    .selectFrom('comment')
    .leftJoin('comment as root', (join) =>
      join.onRef('root.note_id', '=', 'comment.note_id').onRef('root.id', '=', 'comment.parent_id'),
    )
    .select([
      'comment.note_id',
      'comment.parent_id',
      'comment.author_id',
      'comment.compliance',
      'root.compliance as root_compliance',
    ])
    .where('comment.id', '=', id)
    .where('comment.deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function selectLikedComments(
  db: Queryable,
  noteId: string,
  memberId: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('comment_like')
    .select('comment_id')
    .where('note_id', '=', noteId)
    .where('member_id', '=', memberId)
    .where('comment_id', 'in', [...ids])
    .execute();
  return rows.map((row) => row.comment_id);
}
