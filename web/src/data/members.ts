import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type NoteCard, type Page, type PersonView, type ProfileView, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { feedKeys } from './feed.ts';
import { followOverlay, useOverlay } from './overlays.ts';
import { staleTimes } from './stale-times.ts';

export const memberKeys = {
  all: ['member'] as const,
  one: (handle: string) => ['member', handle, 'profile'] as const,
  notes: (handle: string) => ['member', handle, 'notes'] as const,
  boards: (handle: string) => ['member', handle, 'boards'] as const,
  people: (handle: string, list: PeopleList) => ['member', handle, list] as const,
  liked: ['liked'] as const,
  hidden: ['hidden members'] as const,
  completion: (prefix: string) => ['members', prefix] as const,
};

export type PeopleList = 'followers' | 'following';

export function useProfile(handle: string) {
  return useQuery({
    queryKey: memberKeys.one(handle),
    queryFn: ({ signal }) => call(routes.members.getProfile, { params: { handle }, signal }),
    staleTime: staleTimes.person,
  });
}

export function useMemberNotes(handle: string) {
  return useInfiniteQuery({
    queryKey: memberKeys.notes(handle),
    queryFn: ({ pageParam, signal }) =>
      call(routes.members.listNotes, { params: { handle }, query: pageQuery(pageParam), signal }),
    ...pageByPage,
    select: itemsOf<NoteCard>,
  });
}

/** People whose handle or name begins like this, for mentions. */
export function useMemberCompletion(prefix: string, isEnabled: boolean) {
  return useQuery({
    queryKey: memberKeys.completion(prefix),
    queryFn: ({ signal }) => call(routes.members.complete, { query: { prefix }, signal }),
    staleTime: staleTimes.list,
    enabled: isEnabled && prefix !== '',
    placeholderData: keepPreviousData,
    select: (answer) => answer.items,
  });
}

/** Notes I like; nobody else sees this list. */
export function useLikedNotes() {
  return useInfiniteQuery({
    queryKey: memberKeys.liked,
    queryFn: ({ pageParam, signal }) => call(routes.reactions.listLiked, { query: pageQuery(pageParam), signal }),
    ...pageByPage,
    select: itemsOf<NoteCard>,
  });
}

export function useMemberBoards(handle: string, isEnabled = true) {
  return useQuery({
    queryKey: memberKeys.boards(handle),
    queryFn: ({ signal }) => call(routes.members.listBoards, { params: { handle }, signal }),
    staleTime: staleTimes.list,
    enabled: isEnabled,
    select: (answer) => answer.items,
  });
}

export function usePeople(handle: string, list: PeopleList) {
  const route = list === 'followers' ? routes.follows.listFollowers : routes.follows.listFollowing;
  return useInfiniteQuery({
    queryKey: memberKeys.people(handle, list),
    queryFn: ({ pageParam, signal }) => call(route, { params: { handle }, query: pageQuery(pageParam), signal }),
    ...pageByPage,
    select: itemsOf<PersonView>,
  });
}

/** Members I block or mute. */
export function useHiddenMembers() {
  return useQuery({
    queryKey: memberKeys.hidden,
    queryFn: ({ signal }) => call(routes.follows.listHidden, { signal }),
    staleTime: staleTimes.list,
  });
}

/** Whether I follow somebody: the server's copy with my own later decision over it. */
export function useFollow(handle: string, serverFollows: boolean) {
  const client = useQueryClient();
  const overlay = useOverlay(followOverlay, handle);
  const mutation = useMutation({
    mutationFn: (follows: boolean) =>
      call(follows ? routes.follows.follow : routes.follows.unfollow, { params: { handle } }),
    scope: { id: `follow ${handle}` },
    onMutate: (follows) => {
      const before = followOverlay.get(handle);
      followOverlay.set(handle, follows);
      return { before };
    },
    onError: (_error, _follows, context) => followOverlay.set(handle, context?.before),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: memberKeys.one(handle) }),
        client.invalidateQueries({ queryKey: memberKeys.people(handle, 'followers') }),
        client.invalidateQueries({ queryKey: feedKeys.of('following') }),
      ]),
  });
  return { follows: overlay ?? serverFollows, mutation };
}

const distances = {
  mute: { on: routes.follows.mute, off: routes.follows.unmute },
  block: { on: routes.follows.block, off: routes.follows.unblock },
} as const;

/** Mute or block, and lifting it. Whoever is hidden leaves every list, so lists are asked for again when next seen. */
export function useDistance(kind: keyof typeof distances, handle: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => call(distances[kind][isOn ? 'on' : 'off'], { params: { handle } }),
    onSuccess: (relation) => {
      followOverlay.set(handle, undefined);
      client.setQueryData<ProfileView>(memberKeys.one(handle), (profile) => withRelation(profile, relation));
      return Promise.all([
        client.invalidateQueries({ queryKey: memberKeys.hidden }),
        client.invalidateQueries({ queryKey: feedKeys.all, refetchType: 'none' }),
      ]);
    },
  });
}

interface Relation {
  follows: boolean;
  blocks: boolean;
  mutes: boolean;
  followerCount: number;
}

function withRelation(profile: ProfileView | undefined, relation: Relation): ProfileView | undefined {
  if (!profile?.viewer) return profile;
  const { follows, blocks, mutes, followerCount } = relation;
  return { ...profile, followerCount, viewer: { ...profile.viewer, follows, blocks, mutes } };
}

const pageByPage = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor?: string | undefined }) => page.nextCursor,
  staleTime: staleTimes.list,
};

function pageQuery(cursor: string | undefined) {
  return { limit: 24, ...(cursor ? { cursor } : {}) };
}

function itemsOf<T>(data: InfiniteData<Page<T>>): T[] {
  return data.pages.flatMap((page) => page.items);
}
