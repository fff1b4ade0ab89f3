import { type InfiniteData, infiniteQueryOptions, type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { type Interest, type NoteCard, type Page, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { useMe } from './session.ts';
import { staleTimes } from './stale-times.ts';

export type FeedKind = 'forYou' | 'following' | 'newest' | Interest;

export const feedKeys = {
  all: ['feed'] as const,
  of: (kind: FeedKind) => ['feed', kind] as const,
};

export const feedPageSize = 24;

/** One of the feeds of discovery. What was ranked once stays put until the reader asks for more or anew. */
export function useFeed(kind: FeedKind) {
  const me = useMe();
  return useInfiniteQuery({
    ...feedOptions(kind),
    enabled: kind !== 'following' || Boolean(me),
    select: distinctCards,
  });
}

/** Asks for the first page while the screen itself is still on its way. */
export function prefetchFeed(client: QueryClient, kind: FeedKind): void {
  if (kind !== 'following') void client.prefetchInfiniteQuery(feedOptions(kind));
}

function feedOptions(kind: FeedKind) {
  return infiniteQueryOptions({
    queryKey: feedKeys.of(kind),
    queryFn: ({ pageParam, signal }) => fetchPage(kind, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.ranked,
  });
}

/** The reader wants fresh notes: later pages are dropped, the first is asked for again. */
export async function refreshFeed(client: QueryClient, kind: FeedKind): Promise<void> {
  client.setQueryData<InfiniteData<Page<NoteCard>>>(feedKeys.of(kind), (data) =>
    data ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data,
  );
  await client.invalidateQueries({ queryKey: feedKeys.of(kind) });
}

/** A card seen in any list, to show at once while the whole note is on its way. */
export function findCard(client: QueryClient, noteId: string): NoteCard | undefined {
  for (const [, data] of client.getQueriesData<InfiniteData<Page<NoteCard>>>({ predicate: isListOfPages })) {
    const card = data?.pages.flatMap((page) => page.items).find((item) => item.id === noteId && 'cover' in item);
    if (card) return card;
  }
  return undefined;
}

function fetchPage(kind: FeedKind, cursor: string | undefined, signal: AbortSignal): Promise<Page<NoteCard>> {
  const query = { limit: feedPageSize, ...(cursor ? { cursor } : {}) };
  if (kind === 'following') return call(routes.feed.following, { query, signal });
  if (kind === 'newest') return call(routes.feed.newest, { query, signal });
  return call(routes.feed.discover, { query: kind === 'forYou' ? query : { ...query, category: kind }, signal });
}

/** Pages asked for at different moments may overlap; a note stands where it was first seen. */
function distinctCards(data: InfiniteData<Page<NoteCard>>): NoteCard[] {
  const cards = new Map<string, NoteCard>();
  for (const card of data.pages.flatMap((page) => page.items)) if (!cards.has(card.id)) cards.set(card.id, card);
  return [...cards.values()];
}

function isListOfPages({ state }: { state: { data?: unknown } }): boolean {
  return typeof state.data === 'object' && state.data !== null && 'pages' in state.data;
}
