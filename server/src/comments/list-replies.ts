import { type CommentId, type CommentView, type NoteId, type Page, type PageQuery, Problem } from '@teahouse/contract';
import { z } from 'zod';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { fillPage } from '../platform/fill-page.ts';
import type { Readers } from '../readers.ts';
import { selectComment, selectReplies } from './comments.sql.ts';
import type { ThreadReader } from './read-threads.ts';

/** Oldest first. Who may not read the comment does not read its replies. */
export async function listReplies(
  { db }: Pick<Deps, 'db'>,
  { notes, threads, cursors }: Readers & { threads: ThreadReader },
  actor: Actor | undefined,
  noteId: NoteId,
  commentId: CommentId,
  { cursor, limit }: PageQuery,
): Promise<Page<CommentView>> {
  const viewerId = actor?.memberId;
  const [note, parent] = await Promise.all([notes.findOpen(noteId, viewerId), selectComment(db, noteId, commentId)]);
  if (!note || !parent || (await threads.views(noteId, viewerId, [parent])).length === 0)
    throw new Problem('not-found');
  const scope = threads.repliesScope(commentId, viewerId);
  const page = await fillPage({
    size: limit,
    from: cursor === undefined ? undefined : { id: cursors.decode(scope, cursor, z.uuid()) },
    read: (after: { id: string } | undefined, take) => selectReplies(db, noteId, commentId, after?.id, take),
    show: (rows) => threads.views(noteId, viewerId, rows),
  });
  return { items: page.items, ...(page.next ? { nextCursor: cursors.encode(scope, page.next.id) } : {}) };
}
