import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { type NoteCard, type NoteId, type Page, type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { feedKeys } from './feed.ts';
import { type Hide, hideOverlay, type RefilledPage } from './overlays.ts';

const { notInterested, undoNotInterested } = routes.reactions;

/** The page on which something is no longer wanted, as far as its reader has not seen it. */
export interface OpenPage {
  feed: RefilledPage['feed'];
  unseen: readonly NoteId[];
}

export interface Refusal {
  what: Hide;
  page?: OpenPage | undefined;
}

/** As many notes as the house looks through at once. */
const mostUnseen = 60;

const scopeOf = (noteId: string) => ({ id: `not interested ${noteId}` });

/** Less of this: the card turns at once; the unseen rest of its page follows with the house's answer. */
export function useHide(noteId: NoteId, onError: (error: unknown) => void) {
  const client = useQueryClient();
  return useMutation({
    scope: scopeOf(noteId),
    mutationFn: async ({ what, page }: Refusal) => {
      const cursor = page && lastPage(client, page)?.nextCursor;
      const { feed, unseen = [] } = page ?? {};
      const category = feed === undefined || feed === 'forYou' ? {} : { category: feed };
      const rest = { unseen: unseen.slice(0, mostUnseen), ...(cursor ? { cursor } : {}), ...category };
      const answer = await call(notInterested, {
        params: { noteId },
        body: {
          reason: what.reason,
          ...(what.topic ? { topicId: what.topic.id } : {}),
          ...(page ? { page: rest } : {}),
        },
      });
      return { answer, cursor };
    },
    onMutate: ({ what }) => hideOverlay.set(noteId, what),
    onSuccess: ({ answer, cursor }, { what, page }) => {
      // Taken back before the answer came.
      if (!page || !hideOverlay.get(noteId)) return;
      goOnBehind(client, page, cursor, answer.nextCursor);
      hideOverlay.set(noteId, { ...what, page: refilled(noteId, page, answer) });
    },
    // Said here: the menu it was chosen from is gone with its card.
    onError: (error) => {
      hideOverlay.set(noteId, undefined);
      onError(error);
    },
  });
}

/** Takes it back: every card stands where it stood. */
export function useUnhide(noteId: NoteId, onError: (error: unknown) => void) {
  return useMutation({
    scope: scopeOf(noteId),
    mutationFn: () => call(undoNotInterested, { params: { noteId } }),
    onMutate: () => {
      const before = hideOverlay.get(noteId);
      hideOverlay.set(noteId, undefined);
      return { before };
    },
    onError: (error, _, context) => {
      hideOverlay.set(noteId, context?.before);
      onError(error);
    },
  });
}

/** The house's notes, best first, in the places of those that went; the place of the note itself keeps its receipt. */
export function refilled(
  noteId: string,
  { feed, unseen }: OpenPage,
  { removed, replacements }: Pick<ResponseOutput<typeof notInterested>, 'removed' | 'replacements'>,
): RefilledPage {
  const gone = removed.filter((id) => id !== noteId);
  return {
    feed,
    places: new Map(gone.map((id, index) => [id, replacements.slice(index, index + 1)])),
    last: unseen.at(-1) ?? noteId,
    more: replacements.slice(gone.length),
  };
}

/** The next page begins behind what was put in, unless one was asked for meanwhile. */
function goOnBehind(client: QueryClient, page: OpenPage, from: string | undefined, to: string | undefined): void {
  const last = lastPage(client, page);
  if (!last || last.nextCursor !== from) return;
  client.setQueryData<InfiniteData<Page<NoteCard>>>(
    feedKeys.of(page.feed),
    (data) => data && { ...data, pages: [...data.pages.slice(0, -1), { ...last, nextCursor: to }] },
  );
}

function lastPage(client: QueryClient, { feed }: OpenPage): Page<NoteCard> | undefined {
  return client.getQueryData<InfiniteData<Page<NoteCard>>>(feedKeys.of(feed))?.pages.at(-1);
}
