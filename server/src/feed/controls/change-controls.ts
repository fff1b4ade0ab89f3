import type { BodyOf, FeedControlsView, feedControlRoutes } from '@teahouse/contract';
import type { Control } from '@teahouse/engine';
import type { Actor } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { upsertControl } from './feed-control.sql.ts';
import { getControls } from './get-controls.ts';
import { tellEngine } from './tell-engine.ts';

type Change = BodyOf<typeof feedControlRoutes.change>;

export async function changeControls(
  deps: ControlsDeps,
  { memberId }: Actor,
  change: Change,
): Promise<FeedControlsView> {
  await inTransaction(deps.db, async (tx) => {
    await upsertControl(tx, memberId, columnsOf(change), dateOf(deps.clock));
    await tellEngine(deps, tx, memberId, ...controlsIn(change));
  });
  deps.events.wake();
  deps.readers.tastes.invalidate(memberId);
  return getControls(deps, memberId);
}

function columnsOf(change: Change) {
  const columns = {
    foreign_share: change.foreignShare,
    newcomers: change.newcomers,
    exploration: change.exploration,
    is_personal: change.isPersonal,
    home: change.home,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** Pages are asked for as personal or not, and the client opens the feed that comes first: the engine learns neither. */
function controlsIn({ foreignShare, newcomers, exploration }: Change): Control[] {
  return [
    ...(foreignShare === undefined ? [] : [{ kind: 'language-mix' as const, foreign: foreignShare ?? undefined }]),
    ...(newcomers ? [{ kind: 'newcomers' as const, intensity: newcomers }] : []),
    ...(exploration ? [{ kind: 'exploration' as const, intensity: exploration }] : []),
  ];
}
