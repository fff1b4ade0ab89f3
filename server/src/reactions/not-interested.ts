import { type NoteId, Problem, type ResponseOf, type reactionRoutes } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { deleteNotInterested, type NotInterestedReason, upsertNotInterested } from './not-interested.sql.ts';

/** The row keeps what the note was about, so that feeds can act on it without reading the note again. */
export async function markNotInterested(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { notes, tastes }: Pick<Readers, 'notes' | 'tastes'>,
  { memberId }: Actor,
  noteId: NoteId,
  reason: NotInterestedReason,
): Promise<ResponseOf<typeof reactionRoutes.notInterested>> {
  const note = await notes.findOpen(noteId, memberId);
  if (!note) throw new Problem('not-found');
  await upsertNotInterested(db, memberId, note, reason, dateOf(clock));
  tastes.invalidate(memberId);
  tastes.invalidate(memberId);
  return { reason };
}

export async function undoNotInterested(
  { db }: Pick<Deps, 'db'>,
  { tastes }: Pick<Readers, 'tastes'>,
  { memberId }: Actor,
  noteId: NoteId,
): Promise<undefined> {
  await deleteNotInterested(db, memberId, noteId);
  tastes.invalidate(memberId);
  tastes.invalidate(memberId);
}
