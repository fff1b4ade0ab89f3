import { Problem, type ResponseOf, type trafficOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { ExposureDeps } from '../exposure-deps.ts';
import { viewPromotion } from './promotion-view.ts';
import { insertPromotion, selectPromotion } from './promotions.sql.ts';

type PromoteRoute = typeof trafficOperationsRoutes.promote;

const dayMilliseconds = 86_400_000;

/** Gives a note paid impressions. They are labelled, never take a first-pool slot, and stay below the policy's share of all. */
export async function promote(
  deps: Pick<ExposureDeps, 'db' | 'clock' | 'ids' | 'events' | 'policy' | 'readers'>,
  { body, actor, request }: Input<PromoteRoute>,
): Promise<ResponseOf<PromoteRoute>> {
  if (deps.policy().page.paidShare === 0) throw new Problem('conflict', 'The policy allows no paid traffic.');
  const note = await deps.readers.notes.findOpen(body.noteId, undefined);
  if (note?.compliance !== 'allowed') throw new Problem('not-found');
  const now = dateOf(deps.clock);
  const id = request.reservedId ?? deps.ids.next();
  const { noteId, payer, impressions, days } = body;
  const times = { starts_at: now, ends_at: new Date(now.getTime() + days * dayMilliseconds) };
  const row = await inTransaction(deps.db, async (tx) => {
    const promotion = { id, note_id: noteId, payer, impressions, ...times, created_by: actor.memberId };
    if (await insertPromotion(tx, promotion)) {
      const detail = { payer, impressions, days };
      await writeAudit(deps, tx, {
        actorId: actor.memberId,
        verb: 'promotion.start',
        subjectKind: 'note',
        subjectId: noteId,
        detail,
      });
      await deps.events.emit(tx, 'promotion.changed', { promotionId: id });
    }
    return selectPromotion(tx, id);
  });
  deps.events.wake();
  if (!row) throw new Problem('not-found');
  return viewPromotion(row, now);
}
