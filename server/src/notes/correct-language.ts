import { type NoteView, type noteRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { inTransaction } from '../platform/db/database.ts';
import { mayBeIn } from './analyse-note.ts';
import { selectForEdit, updateLanguage } from './notes.sql.ts';
import type { NotesDeps } from './notes-deps.ts';
import { openNote } from './open-note.ts';

/** The author corrects what was detected. A claim that the writing itself contradicts is refused: readers are matched by it. */
export async function correctLanguage(
  deps: NotesDeps,
  { params, body, actor }: Input<typeof noteRoutes.correctLanguage>,
): Promise<NoteView> {
  const note = await selectForEdit(deps.db, params.noteId);
  if (note?.author_id !== actor.memberId || note.deleted_at !== null) throw new Problem('not-found');
  if (!mayBeIn(`${note.title}\n${note.text}`, body.language, deps.detectLanguage)) {
    throw new Problem('invalid-request', 'The note is not written in this language.', {
      fields: [{ pointer: '/body/language', message: 'not-in-text' }],
    });
  }
  await inTransaction(deps.db, async (tx) => {
    await updateLanguage(tx, note.id, actor.memberId, body.language);
    await deps.events.emit(tx, 'note.changed', { noteId: note.id, authorId: actor.memberId });
  });
  deps.events.wake();
  deps.notes.invalidate(note.id);
  return openNote(deps, note.id, actor.memberId);
}
