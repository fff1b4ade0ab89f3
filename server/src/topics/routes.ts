import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { createTopicCompletion } from './complete-topic.ts';
import { getTopic } from './get-topic.ts';
import { listTopicNotes } from './list-topic-notes.ts';

export function topicHandlers(deps: Deps, readers: Readers): Handlers<typeof routes.topics> {
  const complete = createTopicCompletion(deps);
  return {
    get: ({ params }) => getTopic(deps, params.name),
    listNotes: ({ params, query, actor }) =>
      listTopicNotes(deps, readers, { ...params, ...query, cursor: query.cursor, viewerId: actor?.memberId }),
    complete: async ({ query }) => ({ items: await complete(query.prefix) }),
  };
}
