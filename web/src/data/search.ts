import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { feedPageSize } from './feed.ts';
import { staleTimes } from './stale-times.ts';

const search = routes.search;

export type FoundPerson = ResponseOutput<typeof search.people>['items'][number];
export type FoundTopic = ResponseOutput<typeof search.topics>['items'][number];
type Suggestions = ResponseOutput<typeof search.suggest>;

export const searchKeys = {
  all: ['search'] as const,
  notes: (q: string) => ['search', 'notes', q] as const,
  people: (q: string) => ['search', 'people', q] as const,
  topics: (q: string) => ['search', 'topics', q] as const,
  suggestions: (prefix: string) => ['search', 'suggestions', prefix] as const,
};

export function useFoundNotes(q: string) {
  return useInfiniteQuery({
    queryKey: searchKeys.notes(q),
    queryFn: ({ pageParam, signal }) =>
      call(search.notes, { query: { q, limit: feedPageSize, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.list,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useFoundPeople(q: string) {
  return useQuery({
    queryKey: searchKeys.people(q),
    queryFn: ({ signal }) => call(search.people, { query: { q }, signal }),
    staleTime: staleTimes.list,
    select: (answer) => answer.items,
  });
}

export function useFoundTopics(q: string) {
  return useQuery({
    queryKey: searchKeys.topics(q),
    queryFn: ({ signal }) => call(search.topics, { query: { q }, signal }),
    staleTime: staleTimes.list,
    select: (answer) => answer.items,
  });
}

/** My own last searches and what others sought under this beginning. */
export function useSuggestions(prefix: string) {
  return useQuery({
    queryKey: searchKeys.suggestions(prefix),
    queryFn: ({ signal }) => call(search.suggest, { query: { prefix }, signal }),
    staleTime: staleTimes.ranked,
    placeholderData: keepPreviousData,
  });
}

/** Forgets one search, or all of them; gone from the list at once. */
export function useForgetSearch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (q: string | undefined) => call(search.clearHistory, { query: q ? { q } : {} }),
    onMutate: (q) =>
      client.setQueriesData<Suggestions>({ queryKey: ['search', 'suggestions'] }, (known) =>
        known ? { ...known, recent: q ? known.recent.filter((text) => text !== q) : [] } : known,
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['search', 'suggestions'] }),
  });
}
