import { type CommentId, type NoteId, Problem, type ThreadView } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { Readers } from '../readers.ts';
import type { ThreadReader } from './read-threads.ts';

/** Where a link to a single comment leads, however many others stand before it. */
export async function getCommentThread(
  { notes, threads }: Pick<Readers, 'notes'> & { threads: ThreadReader },
  actor: Actor | undefined,
  noteId: NoteId,
  commentId: CommentId,
): Promise<ThreadView> {
  const viewerId = actor?.memberId;
  const note = await notes.findOpen(noteId, viewerId);
  const thread = note && (await threads.around(noteId, viewerId, commentId));
  if (!thread) throw new Problem('not-found');
  return thread;
}
