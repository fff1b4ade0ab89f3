import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { routes } from '@teahouse/contract';
import { call } from './client.ts';
import { feedPageSize } from './feed.ts';
import { staleTimes } from './stale-times.ts';

const topics = routes.topics;

export type TopicOrder = 'newest' | 'liked';

export const topicKeys = {
  one: (name: string) => ['topic', name] as const,
  notes: (name: string, order: TopicOrder) => ['topic', name, 'notes', order] as const,
  completion: (prefix: string) => ['topics', prefix] as const,
};

export function useTopic(name: string) {
  return useQuery({
    queryKey: topicKeys.one(name),
    queryFn: ({ signal }) => call(topics.get, { params: { name }, signal }),
    staleTime: staleTimes.list,
  });
}

export function useTopicNotes(name: string, order: TopicOrder) {
  return useInfiniteQuery({
    queryKey: topicKeys.notes(name, order),
    queryFn: ({ pageParam, signal }) =>
      call(topics.listNotes, {
        params: { name },
        query: { order, limit: feedPageSize, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.list,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

/** Topics that begin like this; without a beginning, what is looked at today. */
export function useTopicCompletion(prefix: string, isEnabled = true) {
  return useQuery({
    queryKey: topicKeys.completion(prefix),
    queryFn: ({ signal }) => call(topics.complete, { query: { prefix }, signal }),
    staleTime: staleTimes.list,
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    select: (answer) => answer.items,
  });
}
