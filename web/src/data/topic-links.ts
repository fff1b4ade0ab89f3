import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, type ReadableLanguage, routes, type TopicLinkView } from '@teahouse/contract';
import { call } from './client.ts';
import { moderationKeys } from './moderation.ts';
import { after, itemsOf, pageByPage } from './pages.ts';

const topics = routes.topics;

export type TopicDecision = BodyInput<typeof topics.decideLink>['decision'];

/** Spellings that may be one topic, best evidence first. */
export function useTopicLinks(state: TopicLinkView['state']) {
  return useInfiniteQuery({
    queryKey: [...moderationKeys.all, 'topic-links', state],
    queryFn: ({ pageParam, signal }) => call(topics.listLinks, { query: { state, ...after(pageParam) }, signal }),
    ...pageByPage,
    select: itemsOf<TopicLinkView>,
  });
}

/** @param onDecided is told even when the list has moved on by then */
export function useDecideTopicLink(linkId: string, onDecided: (decision: TopicDecision) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: TopicDecision) => call(topics.decideLink, { params: { linkId }, body: { decision } }),
    onSuccess: (_, decision) => onDecided(decision),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: moderationKeys.all }),
        client.invalidateQueries({ queryKey: ['topic'] }),
      ]),
  });
}

/** Tells moderators that another spelling is the same topic. */
export function useProposeTopicLink(name: string) {
  return useMutation({
    mutationFn: (other: string) => call(topics.proposeLink, { params: { name }, body: { other } }),
  });
}

/** How a topic, with all its spellings, is called in a language. */
export function useNameTopic(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ language, label }: { language: ReadableLanguage; label: string }) =>
      call(topics.setLabel, { params: { name, language }, body: { label } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['topic'] }),
  });
}
