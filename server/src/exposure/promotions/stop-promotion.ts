import { Problem, type trafficOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { ExposureDeps } from '../exposure-deps.ts';
import { markStopped, selectPromotion } from './promotions.sql.ts';

type StopRoute = typeof trafficOperationsRoutes.stopPromotion;

/** Stopping twice is stopping once. */
export async function stopPromotion(
  deps: Pick<ExposureDeps, 'db' | 'clock' | 'ids' | 'events'>,
  { params, actor }: Input<StopRoute>,
): Promise<undefined> {
  const { promotionId } = params;
  await inTransaction(deps.db, async (tx) => {
    const stopped = await markStopped(tx, promotionId, dateOf(deps.clock));
    if (!stopped) {
      if (!(await selectPromotion(tx, promotionId))) throw new Problem('not-found');
      return;
    }
    const subject = { subjectKind: 'note', subjectId: stopped.noteId };
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'promotion.stop',
      ...subject,
      detail: { promotionId },
    });
    await deps.events.emit(tx, 'promotion.changed', { promotionId });
  });
  deps.events.wake();
}
