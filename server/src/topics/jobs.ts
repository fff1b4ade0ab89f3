import { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import { startOfLastDay } from './topic-registry.ts';
import { deleteTopicHours } from './topics.sql.ts';

/** Views by the hour serve "the last day" only; two days are kept. */
const keptMilliseconds = 86_400_000;

export function defineTopicJobs({ db, jobs, clock }: Pick<Deps, 'db' | 'jobs' | 'clock'>): void {
  jobs.define('topics.forgetHours', z.unknown(), () =>
    deleteTopicHours(db, new Date(startOfLastDay(clock.now()).getTime() - keptMilliseconds)),
  );
  jobs.schedule('17 * * * *', 'topics.forgetHours');
}
