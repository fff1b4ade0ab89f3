import { useSearch } from '@tanstack/react-router';
import { useIsWide } from '../ui/use-media-query.ts';

/** Fetched when somebody points at a note, so that it opens at once. */
export const loadNoteDialog = () => import('../note/NoteDialog.tsx');

/** The note that lies open over the present screen, if any. */
export function useOpenNote(): string | undefined {
  return useSearch({ strict: false, select: (search) => search.note });
}

/** The comment a link leads to, under the note that is open. */
export function useSoughtComment(): string | undefined {
  return useSearch({ strict: false, select: (search) => search.comment });
}

/**
 * How to link to a note, or to one comment under it: over the present screen where there is room (the address bar still shows the note's own address),
 * as a page of its own otherwise.
 */
export function useNoteLink(noteId: string, commentId?: string) {
  const sought = commentId === undefined ? {} : { comment: commentId };
  const page = { to: '/notes/$noteId', params: { noteId }, search: sought } as const;
  if (!useIsWide()) return page;
  return {
    to: '.',
    search: ({ comment: _, ...before }: { comment?: string }) => ({ ...before, note: noteId, ...sought }),
    mask: { ...page, unmaskOnReload: true },
    resetScroll: false,
  } as const;
}
