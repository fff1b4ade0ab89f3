import { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import { deleteOldSearchDays } from './search-history.sql.ts';
import { dayOf } from './search-history.ts';
import type { SearchIndex } from './search-index.ts';

const dayMilliseconds = 86_400_000;
const searchDaysKept = 30;

export function defineSearchJobs(
  { db, jobs, clock }: Pick<Deps, 'db' | 'jobs' | 'clock'>,
  index: Pick<SearchIndex, 'learnTopics'>,
): void {
  jobs.define('search.learnTopics', z.unknown(), async () => {
    await index.learnTopics();
  });
  jobs.schedule('*/15 * * * *', 'search.learnTopics');
  jobs.define('search.forgetDays', z.unknown(), () =>
    deleteOldSearchDays(db, dayOf(clock.now() - searchDaysKept * dayMilliseconds), dayOf(clock.now())),
  );
  jobs.schedule('41 0 * * *', 'search.forgetDays');
}
