import type { CommentId, CommentView, NoteId, Page, PageQuery, ThreadView } from '@teahouse/contract';
import { z } from 'zod';
import { noRelations } from '../follows/index.ts';
import type { Deps } from '../platform/deps.ts';
import { fillPage } from '../platform/fill-page.ts';
import { createLoaderCache } from '../platform/loader-cache.ts';
import type { Readers } from '../readers.ts';
import { type CommentViewer, commentView } from './comment-view.ts';
import {
  type CommentRow,
  firstRepliesRead,
  type RootPosition,
  selectLikedComments,
  selectThreadOf,
  selectThreads,
  type ThreadRow,
} from './comments.sql.ts';

/** The load, rule and view stages that every reading of comments shares. */
export interface ThreadReader {
  page(noteId: NoteId, viewerId: string | undefined, query: PageQuery): Promise<Page<ThreadView>>;
  /** The thread a comment stands in, with the comment; undefined where this viewer may not read it. */
  around(noteId: NoteId, viewerId: string | undefined, commentId: CommentId): Promise<ThreadView | undefined>;
  /** Views in order of the rows, without those this viewer may not read. */
  views(noteId: NoteId, viewerId: string | undefined, rows: readonly CommentRow[]): Promise<CommentView[]>;
  repliesScope(parentId: string, viewerId: string | undefined): string;
  invalidate(noteId: string): void;
}

const repliesShown = 3;
/** Largest page and the one row that tells whether another follows. */
const firstRead = 51;
/** Another process's comment shows within this time. */
const ttlMilliseconds = 2_000;

const position = z.object({ is_pinned: z.boolean(), id: z.uuid() });

/**
 * What a note's first page can be made of is the same for every reader, so the rows are kept; who reads decides only afterwards,
 * by rules in memory and one look-up of the reader's likes.
 */
export function createThreadReader(
  { db }: Pick<Deps, 'db'>,
  { notes, members, relations, cursors }: Readers,
): ThreadReader {
  const firstRows = createLoaderCache<ThreadRow[]>({
    ttlMilliseconds,
    maxEntries: 2_000,
    load: async (ids) => {
      const byNote = Map.groupBy(await selectThreads(db, ids, undefined, firstRead), (row) => row.note_id);
      return new Map(ids.map((id) => [id, byNote.get(id) ?? []]));
    },
  });

  async function readRoots(noteId: string, after: RootPosition | undefined, take: number): Promise<ThreadRow[]> {
    if (after) return selectThreads(db, [noteId], after, take);
    const rows = (await firstRows.get(noteId)) ?? [];
    return rows.slice(0, take);
  }

  async function viewerOf(
    noteId: string,
    viewerId: string | undefined,
    rows: readonly CommentRow[],
  ): Promise<CommentViewer> {
    const people = rows.flatMap((row) => [row.author_id, ...row.mention_ids, row.answered_id ?? []].flat());
    const liked = viewerId ? rows.filter((row) => row.likes > 0).map((row) => row.id) : [];
    const [known, relation, records, likes] = await Promise.all([
      members.summaries(people),
      viewerId ? relations.of(viewerId) : noRelations,
      notes.records([noteId]),
      viewerId && liked.length > 0 ? selectLikedComments(db, noteId, viewerId, liked) : [],
    ]);
    return {
      id: viewerId,
      relation,
      noteAuthorId: records.get(noteId)?.authorId,
      members: known,
      likes: new Set(likes),
    };
  }

  const repliesScope = (parentId: string, viewerId: string | undefined) =>
    `comments.listReplies ${parentId} ${viewerId ?? ''}`;

  async function showThreads(noteId: string, viewerId: string | undefined, rows: ThreadRow[]): Promise<ThreadView[]> {
    const viewer = await viewerOf(
      noteId,
      viewerId,
      rows.flatMap((row) => [row, ...row.first_replies]),
    );
    return rows.flatMap((row) => {
      const view = commentView(row, viewer);
      if (!view) return [];
      const { replies, after } = firstReplies(row, viewer);
      const repliesCursor = after && cursors.encode(repliesScope(row.id, viewerId), after);
      return [{ ...view, replies, ...(repliesCursor ? { repliesCursor } : {}) }];
    });
  }

  async function showComments(
    noteId: string,
    viewerId: string | undefined,
    rows: readonly CommentRow[],
  ): Promise<CommentView[]> {
    const viewer = await viewerOf(noteId, viewerId, rows);
    return rows.flatMap((row) => commentView(row, viewer) ?? []);
  }

  return {
    async page(noteId, viewerId, { cursor, limit }) {
      const scope = `comments.list ${noteId} ${viewerId ?? ''}`;
      const page = await fillPage({
        size: limit,
        from: cursor === undefined ? undefined : cursors.decode(scope, cursor, position),
        read: (after: RootPosition | undefined, take) => readRoots(noteId, after, take),
        show: (rows) => showThreads(noteId, viewerId, rows),
      });
      const next = page.next && { is_pinned: page.next.is_pinned, id: page.next.id };
      return { items: page.items, ...(next ? { nextCursor: cursors.encode(scope, next) } : {}) };
    },
    async around(noteId, viewerId, commentId) {
      const found = await selectThreadOf(db, noteId, commentId);
      if (!found) return undefined;
      const [[thread], [comment]] = await Promise.all([
        showThreads(noteId, viewerId, [found.thread]),
        showComments(noteId, viewerId, [found.comment]),
      ]);
      return thread && comment && withReply(thread, comment);
    },
    views: showComments,
    repliesScope,
    invalidate: (noteId) => firstRows.invalidate(noteId),
  };
}

/** `after`: where reading on starts, when there is more to read. */
function firstReplies(row: ThreadRow, viewer: CommentViewer): { replies: CommentView[]; after: string | undefined } {
  const visible = row.first_replies.flatMap((reply) => commentView(reply, viewer) ?? []);
  const replies = visible.slice(0, repliesShown);
  if (visible.length > repliesShown) return { replies, after: replies.at(-1)?.id };
  const isCutOff = row.first_replies.length === firstRepliesRead;
  return { replies, after: isCutOff ? row.first_replies.at(-1)?.id : undefined };
}

function withReply(thread: ThreadView, comment: CommentView): ThreadView {
  const isThere = comment.id === thread.id || thread.replies.some(({ id }) => id === comment.id);
  return isThere ? thread : { ...thread, replies: [...thread.replies, comment] };
}
