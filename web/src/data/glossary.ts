import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  type BodyInput,
  type GlossRequestView,
  type GlossView,
  type QueryInput,
  type ResponseOutput,
  routes,
} from '@teahouse/contract';
import { call } from './client.ts';
import { after, itemsOf, pageByPage } from './pages.ts';
import { staleTimes } from './stale-times.ts';

const glosses = routes.glosses;

export type GlossState = GlossView['state'];
export type GlossWithRemarks = ResponseOutput<typeof glosses.get>;
export type GlossRemark = GlossWithRemarks['remarks'][number];
export type NewGloss = BodyInput<typeof glosses.propose>;
export type GlossChange = BodyInput<typeof glosses.change>;
export type GlossVote = BodyInput<typeof glosses.vote>['vote'];

export interface GlossFilter {
  search: string;
  state: GlossState;
  language?: QueryInput<typeof glosses.list>['language'];
}

export const glossKeys = {
  all: ['glossary'] as const,
  lists: ['glossary', 'list'] as const,
  list: ({ search, state, language }: GlossFilter) => ['glossary', 'list', state, language ?? '', search] as const,
  one: (glossId: string) => ['glossary', 'one', glossId] as const,
  requests: ['glossary', 'requests'] as const,
};

/** Terms whose name, spelling or rendering fits; all of them without a search. */
export function useGlosses(filter: GlossFilter, isEnabled = true) {
  return useInfiniteQuery({
    queryKey: glossKeys.list(filter),
    queryFn: ({ pageParam, signal }) => call(glosses.list, { query: { ...filter, ...after(pageParam) }, signal }),
    ...pageByPage,
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    select: (data) => ({ items: itemsOf<GlossView>(data), termCount: data.pages[0]?.termCount ?? 0 }),
  });
}

export function useGloss(glossId: string) {
  return useQuery({
    queryKey: glossKeys.one(glossId),
    queryFn: ({ signal }) => call(glosses.get, { params: { glossId }, signal }),
    staleTime: staleTimes.list,
  });
}

/** Words that members would like explained, most asked first. */
export function useGlossRequests(isEnabled: boolean) {
  return useInfiniteQuery({
    queryKey: glossKeys.requests,
    queryFn: ({ pageParam, signal }) => call(glosses.listRequests, { query: after(pageParam), signal }),
    ...pageByPage,
    enabled: isEnabled,
    select: itemsOf<GlossRequestView>,
  });
}
