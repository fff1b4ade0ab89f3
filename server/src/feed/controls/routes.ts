import type { routes } from '@teahouse/contract';
import type { Handlers } from '../../http/context.ts';
import { changeControls } from './change-controls.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { forgetSearches } from './forget-searches.ts';
import { getControls } from './get-controls.ts';
import { listSpared } from './list-spared.ts';
import { resetFeed } from './reset-feed.ts';
import { restoreInterests, undoRestoring } from './restore-interests.ts';
import { setTopic } from './set-topic.ts';

export function feedControlHandlers(deps: ControlsDeps): Handlers<typeof routes.feedControls> {
  return {
    get: ({ actor }) => getControls(deps, actor.memberId),
    change: ({ actor, body }) => changeControls(deps, actor, body),
    setTopic: ({ actor, params, body }) => setTopic(deps, actor, params.topicId, body.intensity),
    restore: ({ actor, body }) => restoreInterests(deps, actor, body.day),
    undoRestore: ({ actor }) => undoRestoring(deps, actor),
    reset: ({ actor }) => resetFeed(deps, actor),
    forgetSearches: ({ actor }) => forgetSearches(deps, actor),
    listSpared: ({ actor, query }) => listSpared(deps, actor, query),
  };
}
