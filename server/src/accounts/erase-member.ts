import { forgetFiles } from '../media/index.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { AccountDeps } from './accounts-deps.ts';
import * as erase from './erase-member.sql.ts';
import { eraseNotes } from './erase-notes.sql.ts';

export const eraseTask = 'accounts.eraseMember';

/** One batch of one kind, in a transaction of its own; answers how much it found, 0 when there is no more. */
type Step = (tx: Tx) => Promise<number>;

/**
 * Removes what a deleted member left, kind by kind and in bounded batches, and corrects the counters it was part of in the same
 * statement. Every step can be run again: a job that was cut off starts over and finds less. This is the one place that writes the
 * tables of other features: what a member leaves behind must be seen in one list to be known complete.
 */
export async function eraseMember(deps: AccountDeps, memberId: string): Promise<void> {
  const now = dateOf(deps.clock);
  const steps: Step[] = [
    (tx) => erase.eraseLikes(tx, memberId),
    (tx) => erase.eraseCollects(tx, memberId),
    (tx) => erase.eraseShares(tx, memberId),
    (tx) => erase.eraseCommentLikes(tx, memberId),
    (tx) => erase.withdrawReplies(tx, memberId, now),
    (tx) => erase.withdrawThreads(tx, memberId, now),
    (tx) => erase.eraseComments(tx, memberId),
    (tx) => erase.eraseFollowing(tx, memberId),
    (tx) => erase.eraseFollowers(tx, memberId),
    async (tx) => {
      const { found, erasedIds } = await eraseNotes(tx, memberId);
      const gone = erasedIds.map((noteId) => ({ noteId, authorId: memberId }));
      await deps.events.emit(tx, 'note.withdrawn', ...gone);
      for (const id of erasedIds) deps.readers.notes.invalidate(id);
      return found;
    },
    (tx) => erase.forgetViewer(tx, memberId),
    (tx) => erase.forgetOldViews(tx, memberId),
    (tx) => erase.forgetExposure(tx, memberId),
    (tx) => erase.forgetReader(tx, memberId),
    (tx) => erase.eraseVerdicts(tx, memberId),
    (tx) => erase.eraseGlossVotes(tx, memberId),
    (tx) => erase.eraseGlossRemarks(tx, memberId),
    (tx) => erase.eraseGlossRequests(tx, memberId),
    (tx) => erase.eraseTranslations(tx, memberId),
    ...erase.ownRows.map((rows) => (tx: Tx) => erase.eraseRows(tx, rows, memberId)),
    async (tx) => {
      const ids = await erase.eraseMedia(tx, memberId);
      await forgetFiles(deps, tx, ids);
      return ids.length;
    },
  ];
  for (const step of steps) while ((await inTransaction(deps.db, step)) > 0);
  await inTransaction(deps.db, (tx) => erase.blankRecords(tx, memberId));
  await inTransaction(deps.db, (tx) => erase.anonymiseContributions(tx, memberId));
  deps.readers.relations.invalidate(memberId);
  deps.events.wake();
}
