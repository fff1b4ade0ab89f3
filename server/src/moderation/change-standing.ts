import type { ComplianceState } from '@teahouse/contract';
import { setMemberState } from '../accounts/index.ts';
import { setCommentCompliance } from '../comments/index.ts';
import { setNoteCompliance } from '../notes/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { ModerationOthers } from './moderation-others.ts';
import type { Subject } from './subjects.ts';

/** Gives a subject its new standing, with counters and the event that withdraws or renews a note. */
export async function changeStanding(
  { events, clock }: Pick<Deps, 'events' | 'clock'>,
  tx: Tx,
  subject: Subject,
  to: ComplianceState,
): Promise<void> {
  if (subject.kind === 'member') {
    await setMemberState({ clock }, tx, subject.id, to === 'allowed' ? 'active' : 'suspended');
    return;
  }
  if (subject.kind === 'comment') {
    await setCommentCompliance(tx, subject.id, to);
    return;
  }
  await setNoteCompliance(tx, subject.id, to);
  const name = to === 'allowed' ? 'note.changed' : 'note.withdrawn';
  await events.emit(tx, name, { noteId: subject.id, authorId: subject.authorId });
}

/** After the commit: this process shows the new standing at once, others when their caches expire (≤ 5 s). */
export function announceStanding(
  { events }: Pick<Deps, 'events'>,
  { notes, members, forgetSessions, forgetComments }: ModerationOthers,
  subject: Subject,
): void {
  if (subject.kind === 'member') {
    members.invalidate(subject.id);
    forgetSessions(subject.id);
  }
  if (subject.noteId) {
    notes.invalidate(subject.noteId);
    notes.invalidateStats(subject.noteId);
    if (subject.kind === 'comment') forgetComments(subject.noteId);
  }
  events.wake();
}
