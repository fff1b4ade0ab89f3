import type { QueryClient } from '@tanstack/react-query';
import type { NoteView } from '@teahouse/contract';

export const noteKeys = {
  all: ['note'] as const,
  one: (noteId: string) => ['note', noteId] as const,
  history: (noteId: string, version: number) => ['note', noteId, 'history', version] as const,
};

/** Lays a confirmed change into the copy of a note, if there is one. */
export function changeNote(client: QueryClient, noteId: string, change: (note: NoteView) => NoteView): void {
  client.setQueryData<NoteView>(noteKeys.one(noteId), (note) => (note ? change(note) : note));
}
