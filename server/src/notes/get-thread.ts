import type { noteRoutes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import type { NotesDeps } from './notes-deps.ts';
import { openNote } from './open-note.ts';

/** One request for the page of a note: the note and the first page of what was said about it. */
export async function getThread(deps: NotesDeps, { params, actor }: Input<typeof noteRoutes.getThread>) {
  const [note, comments] = await Promise.all([
    openNote(deps, params.noteId, actor?.memberId),
    deps.comments.firstPage(params.noteId, actor?.memberId),
  ]);
  return { note, comments };
}
