import {
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type FeedControlsView, type Intensity, type NoteId, routes, type TopicId } from '@teahouse/contract';
import { call } from './client.ts';
import { type FeedKind, feedKeys, refreshFeed } from './feed.ts';
import { rememberHome } from './home-feed.ts';
import { hideOverlay } from './overlays.ts';
import { after, itemsOf, pageByPage } from './pages.ts';
import { staleTimes } from './stale-times.ts';

const controls = routes.feedControls;

export const feedControlKeys = {
  all: ['feed controls'] as const,
  mine: ['feed controls', 'mine'] as const,
  spared: ['feed controls', 'spared'] as const,
};

export type Wishes = FeedControlsView['wishes'];

const mineOptions = queryOptions({
  queryKey: feedControlKeys.mine,
  queryFn: async ({ signal }) => {
    const view = await call(controls.get, { signal });
    rememberHome(view.wishes.home);
    return view;
  },
  staleTime: staleTimes.list,
});

/** Everything that shapes my feed. */
export function useFeedControls() {
  return useQuery(mineOptions);
}

/** Language mix, newcomers and the like: shown as wished at once. */
export function useChangeWishes() {
  const client = useQueryClient();
  return useMutation({
    scope: { id: 'feed wishes' },
    mutationFn: (body: Partial<Wishes>) => call(controls.change, { body }),
    onMutate: async (wished) => {
      await client.cancelQueries({ queryKey: feedControlKeys.mine });
      const before = client.getQueryData(mineOptions.queryKey);
      client.setQueryData(mineOptions.queryKey, (now) => now && { ...now, wishes: { ...now.wishes, ...wished } });
      return { before };
    },
    onError: (_error, _wished, context) => client.setQueryData(mineOptions.queryKey, context?.before),
    onSuccess: (view, { home }) => (home ? rememberHome(home) : layAnew(client, view)),
  });
}

export function useSetTopic() {
  return useControl(({ topicId, intensity }: { topicId: TopicId; intensity: Intensity }) =>
    call(controls.setTopic, { params: { topicId }, body: { intensity } }),
  );
}

/** Interests as they stood at the end of a day. */
export function useRestoreDay() {
  return useControl((day: string) => call(controls.restore, { body: { day } }));
}

export function useUndoRestore() {
  return useControl(() => call(controls.undoRestore));
}

export function useResetFeed() {
  return useControl(() => call(controls.reset));
}

export function useForgetSearches() {
  return useControl(() => call(controls.forgetSearches));
}

/** What I am not interested in, newest first. */
export function useSpared() {
  return useInfiniteQuery({
    ...pageByPage,
    queryKey: feedControlKeys.spared,
    queryFn: ({ pageParam, signal }) => call(controls.listSpared, { query: after(pageParam), signal }),
    staleTime: 0,
    select: itemsOf,
  });
}

export function useUnspare() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (noteId: NoteId) => call(routes.reactions.undoNotInterested, { params: { noteId } }),
    onSuccess: async (_, noteId) => {
      hideOverlay.set(noteId, undefined);
      refreshRanked(client);
      await client.invalidateQueries({ queryKey: feedControlKeys.all });
    },
  });
}

function useControl<V = void>(change: (wish: V) => Promise<FeedControlsView>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (view) => layAnew(client, view) });
}

function layAnew(client: QueryClient, view: FeedControlsView): void {
  client.setQueryData(mineOptions.queryKey, view);
  refreshRanked(client);
}

/** Feeds that the house ranks are fetched anew: the one on the screen at once, others when they are next opened. */
function refreshRanked(client: QueryClient): void {
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: feedKeys.all })) {
    const kind = queryKey[1] as FeedKind;
    if (kind !== 'following' && kind !== 'newest') void refreshFeed(client, kind);
  }
}
