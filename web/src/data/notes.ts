import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type NoteCard, type Page, routes, type ThreadView } from '@teahouse/contract';
import { call } from './client.ts';
import { commentKeys } from './comments.ts';
import { findCard } from './feed.ts';
import { noteKeys } from './note-cache.ts';
import { staleTimes } from './stale-times.ts';

/** A note; its first comments come with it and are laid into their own list. */
export function useNote(noteId: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: noteKeys.one(noteId),
    queryFn: async ({ signal }) => {
      const { note, comments } = await call(routes.notes.getThread, { params: { noteId }, signal });
      seedComments(client, noteId, comments);
      return note;
    },
    staleTime: staleTimes.note,
  });
}

/** Former versions, newest first; every edit makes one more. */
export function useNoteHistory(noteId: string, version: number) {
  return useQuery({
    queryKey: noteKeys.history(noteId, version),
    queryFn: ({ signal }) => call(routes.notes.history, { params: { noteId }, signal }),
    staleTime: staleTimes.house,
    select: (answer) => answer.items,
  });
}

/** What a feed already told about the note, until the note itself is here. */
export function useCardOf(noteId: string): NoteCard | undefined {
  return findCard(useQueryClient(), noteId);
}

export function useDeleteNote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (noteId: string) => call(routes.notes.delete, { params: { noteId } }),
    onSuccess: (_, noteId) => {
      client.removeQueries({ queryKey: noteKeys.one(noteId) });
      removeFromLists(client, noteId);
    },
  });
}

function seedComments(client: QueryClient, noteId: string, page: Page<ThreadView>): void {
  client.setQueryData<InfiniteData<Page<ThreadView>>>(commentKeys.of(noteId), {
    pages: [page],
    pageParams: [undefined],
  });
}

function removeFromLists(client: QueryClient, noteId: string): void {
  client.setQueriesData<InfiniteData<Page<{ id: string }>>>(
    { predicate: ({ state }) => hasPages(state.data) },
    (data) =>
      data
        ? {
            ...data,
            pages: data.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== noteId) })),
          }
        : data,
  );
}

function hasPages(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'pages' in data;
}
