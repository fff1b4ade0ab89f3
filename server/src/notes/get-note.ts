import type { NoteView, noteRoutes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import type { Readers } from '../readers.ts';
import { openNote } from './open-note.ts';

export function getNote(readers: Readers, { params, actor }: Input<typeof noteRoutes.get>): Promise<NoteView> {
  return openNote(readers, params.noteId, actor?.memberId);
}
