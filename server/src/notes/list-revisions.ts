import type { noteRoutes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { selectRevisions } from './notes.sql.ts';
import type { NotesDeps } from './notes-deps.ts';
import { openNote } from './open-note.ts';

/** Former versions, newest first, for whoever may open the note. */
export async function listRevisions(deps: NotesDeps, { params, actor }: Input<typeof noteRoutes.history>) {
  const [rows] = await Promise.all([
    selectRevisions(deps.db, params.noteId),
    openNote(deps, params.noteId, actor?.memberId),
  ]);
  return {
    items: rows.map(({ version, title, text, edited_at }) => ({
      version,
      title,
      text,
      editedAt: edited_at.toISOString(),
    })),
  };
}
