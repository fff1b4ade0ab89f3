import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, type ResponseOutput, routes, type TranslationReviewView } from '@teahouse/contract';
import { call } from './client.ts';
import { moderationKeys } from './moderation.ts';
import { after, itemsOf, pageByPage } from './pages.ts';
import { staleTimes } from './stale-times.ts';

const review = routes.translationReview;

export type Injection = ResponseOutput<typeof review.listInjections>['items'][number];
export type ReviewDecision = BodyInput<typeof review.decide>;

const keys = {
  list: (state: TranslationReviewView['state']) => [...moderationKeys.all, 'translations', state] as const,
  one: (reviewId: string) => [...moderationKeys.all, 'translation', reviewId] as const,
  injections: [...moderationKeys.all, 'injections'] as const,
};

/** Translations a person has to look at, the longest waiting first. */
export function useTranslationReviews(state: TranslationReviewView['state']) {
  return useInfiniteQuery({
    queryKey: keys.list(state),
    queryFn: ({ pageParam, signal }) => call(review.list, { query: { state, ...after(pageParam) }, signal }),
    ...pageByPage,
    select: itemsOf<TranslationReviewView>,
  });
}

/** With the output in the language of the source again, which is made when it is asked for. */
export function useBackTranslation(reviewId: string) {
  return useQuery({
    queryKey: keys.one(reviewId),
    queryFn: ({ signal }) => call(review.get, { params: { reviewId }, signal }),
    staleTime: staleTimes.house,
    select: (view) => view.backTranslation,
  });
}

/** @param onDecided is told even when the list has moved on by then */
export function useDecideTranslation(reviewId: string, onDecided: (decision: ReviewDecision['decision']) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReviewDecision) => call(review.decide, { params: { reviewId }, body }),
    onSuccess: (_, { decision }) => onDecided(decision),
    onSettled: () => client.invalidateQueries({ queryKey: moderationKeys.all }),
  });
}

/** Texts that tried to give a translator orders. */
export function useInjections() {
  return useInfiniteQuery({
    queryKey: keys.injections,
    queryFn: ({ pageParam, signal }) => call(review.listInjections, { query: after(pageParam), signal }),
    ...pageByPage,
    select: itemsOf<Injection>,
  });
}
