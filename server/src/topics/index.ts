import type { routes, TopicView } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { findTopics } from './find-topics.ts';
import { defineTopicJobs } from './jobs.ts';
import { topicHandlers } from './routes.ts';
import { createTopicRegistry, type TopicRegistry } from './topic-registry.ts';
import { recountTopicStats } from './topics.sql.ts';

export type { TopicRef, TopicRegistry } from './topic-registry.ts';
export { countNoteInTopics } from './topics.sql.ts';

export interface Topics extends TopicRegistry {
  handlers: Handlers<typeof routes.topics>;
  findTopics(sought: string, limit: number): Promise<TopicView[]>;
  /** Makes every topic's counters equal to their rows; returns how many were wrong. */
  recount(): Promise<number>;
}

export function createTopics(deps: Deps, readers: Readers): Topics {
  defineTopicJobs(deps);
  return {
    ...createTopicRegistry(deps),
    handlers: topicHandlers(deps, readers),
    findTopics: (sought, limit) => findTopics(deps, sought, limit),
    recount: () => recountTopicStats(deps.db),
  };
}
