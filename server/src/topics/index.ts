import type { routes, TopicView } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { findTopics } from './find-topics.ts';
import { defineTopicJobs, type TopicJobParts } from './jobs.ts';
import { topicHandlers } from './routes.ts';
import { recountTopicStats } from './topic-counters.sql.ts';
import { createTopicRegistry, type TopicRegistry } from './topic-registry.ts';

export { countNoteInTopics, unlinkNotes } from './topic-counters.sql.ts';
export { wordsOf } from './topic-language.ts';
export type { TopicRef, TopicRegistry } from './topic-registry.ts';
export { type LabelledTopic, type TopicRefView, topicRefView } from './topic-view.ts';
export { topicLabels } from './topics.sql.ts';

export interface Topics extends TopicRegistry {
  handlers: Handlers<typeof routes.topics>;
  findTopics(sought: string, limit: number): Promise<TopicView[]>;
  /** Makes every topic's counters equal to their rows; returns how many were wrong. */
  recount(): Promise<number>;
}

export function createTopics(deps: Deps, { memory, detectLanguage, ...readers }: Readers & TopicJobParts): Topics {
  defineTopicJobs(deps, { memory, detectLanguage });
  return {
    ...createTopicRegistry(deps, { detectLanguage }),
    handlers: topicHandlers(deps, readers),
    findTopics: (sought, limit) => findTopics(deps, sought, limit),
    recount: () => recountTopicStats(deps.db),
  };
}
