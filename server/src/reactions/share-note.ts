import { type NoteId, Problem, type ResponseOf, type reactionRoutes } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { insertShare } from './shares.sql.ts';

export async function shareNote(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { notes }: Pick<Readers, 'notes'>,
  { memberId }: Actor,
  noteId: NoteId,
): Promise<ResponseOf<typeof reactionRoutes.share>> {
  if (!(await notes.findOpen(noteId, memberId))) throw new Problem('not-found');
  const shareCount = await insertShare(db, noteId, memberId, dateOf(clock));
  notes.invalidateStats(noteId);
  return { shareCount };
}
