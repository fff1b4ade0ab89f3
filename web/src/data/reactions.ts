import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type NoteCard, type NoteView, routes } from '@teahouse/contract';
import { boardKeys } from './boards.ts';
import { call } from './client.ts';
import { changeNote } from './note-cache.ts';
import { collectOverlay, likeOverlay, useOverlay, withOverlay } from './overlays.ts';

/** Like of a note: shown at once, taken back if the house refuses. */
export function useLike(note: NoteCard) {
  const overlay = useOverlay(likeOverlay, note.id);
  const mutation = useMutation({
    mutationFn: (likes: boolean) =>
      call(likes ? routes.reactions.like : routes.reactions.unlike, { params: { noteId: note.id } }),
    scope: { id: `like ${note.id}` },
    onMutate: (likes) => {
      const before = likeOverlay.get(note.id);
      likeOverlay.set(note.id, likes);
      return { before };
    },
    onError: (_error, _likes, context) => likeOverlay.set(note.id, context?.before),
  });
  const { isOn, count } = withOverlay(note.viewer?.likes ?? false, note.likeCount, overlay);
  return { likes: isOn, likeCount: count, mutation };
}

/** Collect of a note into a board; without one, the default board takes it. */
export function useCollect(note: NoteCard & Partial<Pick<NoteView, 'collectCount'>>) {
  const client = useQueryClient();
  const overlay = useOverlay(collectOverlay, note.id);
  const mutation = useMutation({
    mutationFn: async (wish: { collects: boolean; boardId?: string }) => {
      const params = { noteId: note.id };
      if (!wish.collects) return call(routes.reactions.uncollect, { params });
      return call(routes.reactions.collect, { params, body: wish.boardId ? { boardId: wish.boardId } : {} });
    },
    scope: { id: `collect ${note.id}` },
    onMutate: ({ collects }) => {
      const before = collectOverlay.get(note.id);
      collectOverlay.set(note.id, collects);
      return { before };
    },
    onError: (_error, _wish, context) => collectOverlay.set(note.id, context?.before),
    onSuccess: () => client.invalidateQueries({ queryKey: boardKeys.all }),
  });
  const { isOn, count } = withOverlay(note.viewer?.collects ?? false, note.collectCount ?? 0, overlay);
  return { collects: isOn, collectCount: count, mutation };
}

export function useCountShare(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(routes.reactions.share, { params: { noteId } }),
    onSuccess: ({ shareCount }) => changeNote(client, noteId, (note) => ({ ...note, shareCount })),
  });
}
