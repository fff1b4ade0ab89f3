import type { FeedControlsView } from '@teahouse/contract';
import type { Actor } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { upsertControl } from './feed-control.sql.ts';
import { getControls } from './get-controls.ts';
import { tellEngine } from './tell-engine.ts';

/** Searches shape pages no longer; the member's own list of them stays. */
export async function forgetSearches(deps: ControlsDeps, { memberId }: Actor): Promise<FeedControlsView> {
  await inTransaction(deps.db, (tx) => forgetSearchIntents(deps, tx, memberId));
  deps.events.wake();
  return getControls(deps, memberId);
}

/** The engine keeps directions, not words: what it forgets are all searches so far. */
export async function forgetSearchIntents(
  deps: Pick<Deps, 'clock' | 'events'>,
  tx: Tx,
  memberId: string,
): Promise<void> {
  const now = dateOf(deps.clock);
  await upsertControl(tx, memberId, { searches_forgotten_at: now }, now);
  await tellEngine(deps, tx, memberId, { kind: 'forget-search' });
}
