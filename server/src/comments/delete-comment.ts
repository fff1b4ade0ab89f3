import { type CommentId, type NoteId, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { countComments, countReply, type LockedComment, lockComment, markDeleted } from './comment-writes.sql.ts';
import type { ThreadReader } from './read-threads.ts';

/** One's own comment, or any under one's own note; what answers it goes with it. The note's author leaves a trace in the audit. */
export async function deleteComment(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { notes, threads }: Readers & { threads: ThreadReader },
  { memberId }: Actor,
  noteId: NoteId,
  commentId: CommentId,
): Promise<undefined> {
  const note = (await notes.records([noteId])).get(noteId);
  if (!note || note.isDeleted) throw new Problem('not-found');
  await inTransaction(deps.db, async (tx) => {
    const comment = await lockComment(tx, noteId, commentId);
    if (!comment || !mayDelete(comment, memberId, note.authorId)) throw new Problem('not-found');
    await markDeleted(tx, noteId, commentId, memberId, dateOf(deps.clock));
    if (comment.parent_id) await countReply(tx, noteId, comment.parent_id, comment.compliance === 'allowed' ? -1 : 0);
    await countComments(tx, noteId, -publicShare(comment));
    if (comment.author_id !== memberId) {
      const detail = { noteId, authorId: comment.author_id };
      const entry = { actorId: memberId, verb: 'comment.delete', subjectKind: 'comment', subjectId: commentId, detail };
      await writeAudit(deps, tx, entry);
    }
  });
  threads.invalidate(noteId);
  notes.invalidateStats(noteId);
}

function mayDelete(comment: LockedComment, memberId: string, noteAuthorId: string): boolean {
  return comment.author_id === memberId || (noteAuthorId === memberId && comment.compliance === 'allowed');
}

/** How many of the note's counted comments this one and its replies are. */
export function publicShare({ parent_id, compliance, root_is_allowed, replies }: LockedComment): number {
  if (compliance !== 'allowed' || !root_is_allowed) return 0;
  return parent_id === null ? 1 + replies : 1;
}
