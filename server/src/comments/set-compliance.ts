import type { ComplianceState } from '@teahouse/contract';
import type { Tx } from '../platform/db/database.ts';
import {
  announceReleased,
  countComments,
  countReply,
  lockComment,
  selectNoteOfComment,
  updateCompliance,
} from './comment-writes.sql.ts';
import { publicShare } from './delete-comment.ts';

/** A moderator's decision about a comment, with its counters; the caller forgets remembered pages after the commit. */
export async function setCommentCompliance(tx: Tx, commentId: string, compliance: ComplianceState): Promise<void> {
  const noteId = await selectNoteOfComment(tx, commentId);
  const before = noteId === undefined ? undefined : await lockComment(tx, noteId, commentId);
  if (!noteId || !before || before.compliance === compliance) return;
  await updateCompliance(tx, noteId, commentId, compliance);
  const isAllowed = compliance === 'allowed';
  if (before.parent_id) {
    await countReply(tx, noteId, before.parent_id, Number(isAllowed) - Number(before.compliance === 'allowed'));
  }
  const isRoot = before.parent_id === null;
  const after = { ...before, compliance, root_is_allowed: isRoot ? isAllowed : before.root_is_allowed };
  await countComments(tx, noteId, publicShare(after) - publicShare(before));
  if (isAllowed && before.compliance === 'held') await announceReleased(tx, noteId, commentId);
}
