import type { Deps } from '../platform/deps.ts';
import { createCandidatePool } from './candidate-pool.ts';
import { feedControlHandlers } from './controls/routes.ts';
import { type Sparing, spareNote, unspareNote } from './controls/spare-note.ts';
import { noteUsualDays } from './controls/usual-days.ts';
import { type DiscoverRequest, type Discovery, discover } from './discover.ts';
import type { ImpressionTokens } from './impression-tokens.ts';
import { defineFeedJobs, keepEventDays } from './jobs.ts';
import { rankPage } from './rank-page.ts';
import { type FeedOthers, feedHandlers } from './routes.ts';
import { createSeenNotes } from './seen-notes.ts';
import { createShownBefore } from './shown-before.ts';

export { forgetSearchIntents } from './controls/forget-searches.ts';
export { readSaidControls } from './controls/said-controls.ts';
export type { Sparing } from './controls/spare-note.ts';
export { spareControls, sparedTopics } from './controls/spared-subjects.ts';
export { createImpressionTokens, type ImpressionTokens } from './impression-tokens.ts';
export { createTastes, type Tastes } from './tastes.ts';

interface Others extends FeedOthers {
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
    traffic: others.traffic,
  };
  for (const name of ['note.published', 'note.changed', 'note.withdrawn'] as const)
    deps.events.afterDelivery(name, (events) => pool.touch(events.map((event) => event.noteId)));
  defineFeedJobs(deps);
  const controls = {
    ...deps,
    readers: others,
    halfLifeDays: () => others.traffic.policy().spare.halfLifeDays,
    caughtUp: others.traffic.caughtUp,
    discover: (request: DiscoverRequest) => discover(deps, others, discovery, request),
  };
  noteUsualDays(deps);
  const sparing: Sparing = {
    spare: (sparer, noteId, body) => spareNote(controls, sparer, noteId, body),
    unspare: (memberId, noteId) => unspareNote(controls, memberId, noteId),
  };
  return {
    handlers: feedHandlers(deps, others, discovery),
    controlHandlers: feedControlHandlers(controls),
    sparing,
    async start() {
      await keepEventDays(deps);
      await pool.start();
    },
    refresh: () => pool.refresh(),
    stop: () => pool.stop(),
  };
}
