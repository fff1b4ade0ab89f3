import { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage } from '../platform/language.ts';
import type { TranslationMemory } from '../translation/index.ts';
import { noticeLinks } from './notice-links.ts';
import { deleteTopicHours } from './topic-counters.sql.ts';
import { oldestKeptHour } from './topic-registry.ts';

export interface TopicJobParts {
  memory: Pick<TranslationMemory, 'findExact'>;
  detectLanguage: DetectLanguage;
}

export const noticeLinksTask = 'topics.propose-links';

export function defineTopicJobs(deps: Pick<Deps, 'db' | 'jobs' | 'clock' | 'ids'>, parts: TopicJobParts): void {
  const { db, jobs, clock } = deps;
  jobs.define('topics.forgetHours', z.unknown(), () => deleteTopicHours(db, oldestKeptHour(clock.now())));
  jobs.schedule('17 * * * *', 'topics.forgetHours');
  jobs.define(noticeLinksTask, z.unknown(), () => noticeLinks(deps, parts));
  jobs.schedule('47 * * * *', noticeLinksTask);
}
