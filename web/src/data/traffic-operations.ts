import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { after, itemsOf, pageByPage } from './pages.ts';
import { staleTimes } from './stale-times.ts';

const operations = routes.trafficOperations;

export type TrafficOverview = ResponseOutput<typeof operations.overview>;
export type TrafficEngine = TrafficOverview['engine'];
export type PolicyDraft = BodyInput<typeof operations.changePolicy>['policy'];
export type WhatIf = ResponseOutput<typeof operations.whatIf>;
export type WhatIfSide = WhatIf['present'];
export type Promotion = ResponseOutput<typeof operations.promotions>['items'][number];
export type PromotionOrder = BodyInput<typeof operations.promote>;

const keys = {
  overview: ['operations', 'traffic'] as const,
  promotions: ['operations', 'promotions'] as const,
};

const overviewMilliseconds = 15_000;

/** The engine and the public account beside it, asked for again while they are looked at. */
export function useTrafficOverview() {
  return useQuery({
    queryKey: keys.overview,
    queryFn: ({ signal }) => call(operations.overview, { signal }),
    staleTime: staleTimes.list,
    refetchInterval: overviewMilliseconds,
  });
}

/** Replays pages of the last day by other rules; nothing changes. */
export function useWhatIf() {
  return useMutation({ mutationFn: (policy: PolicyDraft) => call(operations.whatIf, { body: { policy } }) });
}

/** @param onChanged is told the new version even when the editor has been made anew by then */
export function useChangePolicy(onChanged: (version: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInput<typeof operations.changePolicy>) => call(operations.changePolicy, { body }),
    onSuccess: ({ policy }) => onChanged(policy.version),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['exposure'] }),
        client.invalidateQueries({ queryKey: keys.overview }),
      ]),
  });
}

export function usePromotions() {
  return useInfiniteQuery({
    queryKey: keys.promotions,
    queryFn: ({ pageParam, signal }) => call(operations.promotions, { query: after(pageParam), signal }),
    ...pageByPage,
    select: itemsOf<Promotion>,
  });
}

export function usePromote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: { body: PromotionOrder; idempotencyKey: string }) => call(operations.promote, order),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.promotions }),
  });
}

export function useStopPromotion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (promotionId: string) => call(operations.stopPromotion, { params: { promotionId } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.promotions }),
  });
}
