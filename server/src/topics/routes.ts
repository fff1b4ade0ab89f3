import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { createTopicCompletion } from './complete-topic.ts';
import { decideLink } from './decide-link.ts';
import { exportConcepts } from './export-concepts.ts';
import { getTopic } from './get-topic.ts';
import { labelTopic } from './label-topic.ts';
import { listLinks } from './list-links.ts';
import { listTopicNotes } from './list-topic-notes.ts';
import { proposeLink } from './propose-link.ts';

export function topicHandlers(deps: Deps, readers: Readers): Handlers<typeof routes.topics> {
  const complete = createTopicCompletion(deps);
  return {
    get: ({ params }) => getTopic(deps, params.name),
    listNotes: ({ params, query, actor }) =>
      listTopicNotes(deps, readers, { ...params, ...query, cursor: query.cursor, viewerId: actor?.memberId }),
    complete: async ({ query }) => ({ items: await complete(query.prefix) }),
    proposeLink: (input) => proposeLink(deps, input),
    listLinks: (input) => listLinks(deps, readers, input),
    decideLink: (input) => decideLink(deps, readers, input),
    setLabel: (input) => labelTopic(deps, input),
    exportConcepts: () => exportConcepts(deps),
  };
}
