import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { TopicRegistry } from '../topics/index.ts';
import { createCandidatePool } from './candidate-pool.ts';
import type { Discovery } from './discover.ts';
import type { ImpressionTokens } from './impression-tokens.ts';
import { defineFeedJobs, keepEventDays } from './jobs.ts';
import { rankPage } from './rank-page.ts';
import { feedHandlers } from './routes.ts';
import { createSeenNotes } from './seen-notes.ts';
import { createShownBefore } from './shown-before.ts';

export { createImpressionTokens, type ImpressionTokens } from './impression-tokens.ts';
export { createTastes, type Tastes } from './tastes.ts';

interface Others extends Readers {
  topics: Pick<TopicRegistry, 'countTopicView'>;
  tokens: ImpressionTokens;
}

export function createFeed(deps: Deps, others: Others) {
  const pool = createCandidatePool(deps);
  const discovery: Discovery = {
    pool,
    rankPage,
    seen: createSeenNotes(deps),
    shownBefore: createShownBefore(deps.ids),
    tastes: others.tastes,
    tokens: others.tokens,
  };
  for (const name of ['note.published', 'note.changed', 'note.withdrawn'] as const)
    deps.events.afterDelivery(name, (events) => pool.touch(events.map((event) => event.noteId)));
  defineFeedJobs(deps);
  return {
    handlers: feedHandlers(deps, others, discovery),
    async start() {
      await keepEventDays(deps);
      await pool.start();
    },
    refresh: () => pool.refresh(),
    stop: () => pool.stop(),
  };
}
