import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Page, routes, type SuggestionView } from '@teahouse/contract';
import { call } from './client.ts';
import { staleTimes } from './stale-times.ts';
import { forgetTranslation } from './translations.ts';

const translations = routes.translations;

export const suggestionKeys = { open: ['suggestions'] as const };

/** Open suggestions for what I wrote; for moderators, all of them. */
export function useSuggestions(isEnabled: boolean) {
  return useInfiniteQuery({
    queryKey: suggestionKeys.open,
    queryFn: ({ pageParam, signal }) =>
      call(translations.listSuggestions, { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.list,
    enabled: isEnabled,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useDecideSuggestion({ id, of, to }: SuggestionView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: 'accept' | 'decline') =>
      call(translations.decideSuggestion, { params: { suggestionId: id }, body: { decision } }),
    onSuccess: ({ state }) => {
      if (state === 'accepted') forgetTranslation(client, of, to);
      client.setQueryData<InfiniteData<Page<SuggestionView>>>(suggestionKeys.open, (data) =>
        data ? { ...data, pages: data.pages.map((page) => without(page, id)) } : data,
      );
    },
  });
}

function without(page: Page<SuggestionView>, id: string): Page<SuggestionView> {
  return { ...page, items: page.items.filter((item) => item.id !== id) };
}
