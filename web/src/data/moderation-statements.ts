import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Page, type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { staleTimes } from './stale-times.ts';

const moderation = routes.moderation;

export type HouseRules = ResponseOutput<typeof moderation.rules>;
export type Statement = ResponseOutput<typeof moderation.appeal>;

export const statementKeys = {
  rules: (language: string) => ['rules', language] as const,
  mine: ['statements'] as const,
};

/** The house rules in a language; the house answers in English where it has no translation. */
export function useRules(language: string) {
  return useQuery({
    queryKey: statementKeys.rules(language),
    queryFn: ({ signal }) => call(moderation.rules, { query: { language }, signal }),
    staleTime: staleTimes.house,
  });
}

/** Decisions about what I wrote. */
export function useStatements(isEnabled: boolean) {
  return useInfiniteQuery({
    queryKey: statementKeys.mine,
    queryFn: ({ pageParam, signal }) =>
      call(moderation.listStatements, { query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.list,
    enabled: isEnabled,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

/** Asks another moderator to look again; possible once. */
export function useAppeal(decisionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => call(moderation.appeal, { params: { decisionId }, body: { text } }),
    onSuccess: (statement) =>
      client.setQueryData<InfiniteData<Page<Statement>>>(statementKeys.mine, (data) =>
        data ? { ...data, pages: data.pages.map((page) => withStatement(page, statement)) } : data,
      ),
  });
}

function withStatement(page: Page<Statement>, statement: Statement): Page<Statement> {
  return { ...page, items: page.items.map((item) => (item.id === statement.id ? statement : item)) };
}
