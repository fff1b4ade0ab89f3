import type { FeedControlsView } from '@teahouse/contract';
import type { Actor } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { forgetWishes } from './feed-control.sql.ts';
import { getControls } from './get-controls.ts';
import { tellEngine } from './tell-engine.ts';

/** What the feed learnt of a member and was told by them is forgotten. */
export async function resetFeed(deps: ControlsDeps, { memberId }: Actor): Promise<FeedControlsView> {
  await inTransaction(deps.db, async (tx) => {
    await forgetWishes(tx, memberId, dateOf(deps.clock));
    await tellEngine(deps, tx, memberId, { kind: 'reset' });
  });
  deps.events.wake();
  deps.readers.tastes.invalidate(memberId);
  return getControls(deps, memberId);
}
