import { type FeedControlsView, Problem } from '@teahouse/contract';
import type { Actor } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { forgetRestoring, upsertControl } from './feed-control.sql.ts';
import { getControls } from './get-controls.ts';
import { tellEngine } from './tell-engine.ts';
import { selectUsualDays } from './usual-days.sql.ts';
import { daysRemembered } from './usual-days.ts';

/** Interests become those of the end of a day on which the member was here. */
export async function restoreInterests(
  deps: ControlsDeps,
  { memberId }: Actor,
  day: string,
): Promise<FeedControlsView> {
  await inTransaction(deps.db, async (tx) => {
    const days = await selectUsualDays(tx, memberId, dayOf(deps.clock.now()), daysRemembered);
    if (!days.includes(day)) throw new Problem('not-found');
    await upsertControl(tx, memberId, { restored_day: day }, dateOf(deps.clock));
    await tellEngine(deps, tx, memberId, { kind: 'restore', day });
  });
  deps.events.wake();
  return getControls(deps, memberId);
}

export async function undoRestoring(deps: ControlsDeps, { memberId }: Actor): Promise<FeedControlsView> {
  await inTransaction(deps.db, async (tx) => {
    if (!(await forgetRestoring(tx, memberId, dateOf(deps.clock)))) throw new Problem('not-found');
    await tellEngine(deps, tx, memberId, { kind: 'restore', day: 'before' });
  });
  deps.events.wake();
  return getControls(deps, memberId);
}
