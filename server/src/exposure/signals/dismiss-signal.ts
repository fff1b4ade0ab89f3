import { Problem, type trafficOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { ExposureDeps } from '../exposure-deps.ts';
import { markDismissed } from './signals.sql.ts';

type DismissRoute = typeof trafficOperationsRoutes.dismissSignal;

/** Somebody looked at it: it stays away until it has worsened. */
export async function dismissSignal(
  deps: Pick<ExposureDeps, 'db' | 'clock' | 'ids'>,
  { params, actor }: Input<DismissRoute>,
): Promise<undefined> {
  const { signalId } = params;
  await inTransaction(deps.db, async (tx) => {
    if (!(await markDismissed(tx, signalId, actor.memberId))) throw new Problem('not-found');
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'signal.dismiss',
      subjectKind: 'signal',
      subjectId: signalId,
    });
  });
}
