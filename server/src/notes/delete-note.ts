import { type noteRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { NotesDeps } from './notes-deps.ts';
import { deleteNoteRow } from './write-note.sql.ts';

export async function deleteNote(
  deps: NotesDeps,
  { params, actor }: Input<typeof noteRoutes.delete>,
): Promise<undefined> {
  const { noteId } = params;
  await inTransaction(deps.db, async (tx) => {
    const isDeleted = await deleteNoteRow(tx, noteId, actor.memberId, dateOf(deps.clock));
    if (!isDeleted) throw new Problem('not-found');
    await deps.topics.detachTopics(tx, noteId);
    await deps.events.emit(tx, 'note.withdrawn', { noteId, authorId: actor.memberId });
  });
  deps.events.wake();
  deps.notes.invalidate(noteId);
}
