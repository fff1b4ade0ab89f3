import { type CommentId, type NoteId, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { pinOnly, unpin } from './comment-writes.sql.ts';
import { selectComment } from './comments.sql.ts';
import type { ThreadReader } from './read-threads.ts';

type Parts = Readers & { threads: ThreadReader };

/** One comment at a time, by the note's author; a second one takes its place. */
export async function pinComment(
  { db }: Pick<Deps, 'db'>,
  { notes, threads }: Parts,
  { memberId }: Actor,
  noteId: NoteId,
  commentId: CommentId,
): Promise<undefined> {
  await requireNoteAuthor(notes, noteId, memberId);
  const comment = await selectComment(db, noteId, commentId);
  const isShown = comment && (await threads.views(noteId, memberId, [comment])).length > 0;
  if (!isShown || comment.compliance !== 'allowed') throw new Problem('not-found');
  if (comment.parent_id !== null) {
    const fields = [{ pointer: '/params/commentId', message: 'is-reply' }];
    throw new Problem('invalid-request', 'Only a comment can be pinned, not a reply.', { fields });
  }
  await inTransaction(db, (tx) => pinOnly(tx, noteId, commentId));
  threads.invalidate(noteId);
}

export async function unpinComment(
  { db }: Pick<Deps, 'db'>,
  { notes, threads }: Parts,
  { memberId }: Actor,
  noteId: NoteId,
  commentId: CommentId,
): Promise<undefined> {
  await requireNoteAuthor(notes, noteId, memberId);
  if (!(await selectComment(db, noteId, commentId))) throw new Problem('not-found');
  await unpin(db, noteId, commentId);
  threads.invalidate(noteId);
}

async function requireNoteAuthor(notes: Readers['notes'], noteId: NoteId, memberId: string): Promise<void> {
  const note = await notes.findOpen(noteId, memberId);
  if (note?.authorId !== memberId) throw new Problem('not-found');
}
