import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, type LanguageTag, type NoteView, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { draftKeys } from './drafts.ts';
import { feedKeys } from './feed.ts';
import { memberKeys } from './members.ts';
import { noteKeys } from './note-cache.ts';

export type NewNote = BodyInput<typeof routes.notes.publish>;
export type NoteChange = BodyInput<typeof routes.notes.edit>;

/** The key travels with the draft, so that a note sent twice is published once. */
export function usePublishNote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: NewNote; idempotencyKey: string }) =>
      call(routes.notes.publish, { body, idempotencyKey }),
    onSuccess: (note) => {
      client.setQueryData<NoteView>(noteKeys.one(note.id), note);
      return Promise.all([
        client.invalidateQueries({ queryKey: draftKeys.mine }),
        client.invalidateQueries({ queryKey: feedKeys.of('newest') }),
        client.invalidateQueries({ queryKey: memberKeys.notes(note.author.handle) }),
        client.invalidateQueries({ queryKey: memberKeys.one(note.author.handle) }),
      ]);
    },
  });
}

export function useEditNote(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { body: NoteChange; version: number }) =>
      call(routes.notes.edit, { params: { noteId }, body, ifMatch: version }),
    onSuccess: (note) => adoptNote(client, note),
  });
}

/** The author knows better than detection. */
export function useCorrectLanguage(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: string) =>
      call(routes.notes.correctLanguage, { params: { noteId }, body: { language: language as LanguageTag } }),
    onSuccess: (note) => adoptNote(client, note),
  });
}

function adoptNote(client: QueryClient, note: NoteView): Promise<void> {
  client.setQueryData<NoteView>(noteKeys.one(note.id), note);
  return client.invalidateQueries({ queryKey: memberKeys.notes(note.author.handle) });
}
