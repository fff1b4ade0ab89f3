import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { countOutcome } from '../outcomes.sql.ts';
import { openReview } from '../reviews/reviews.sql.ts';
import { getJudgedSource, lockJudged, outcomeOf, reviewOf } from './find-judged.ts';
import type { VerdictParts } from './rate-translation.ts';
import { addReport, holdTranslation } from './reports.sql.ts';

type ReportRoute = typeof translationRoutes.report;

/** So many members' reports hold a translation back until a person has looked; a moderator's own does at once. */
const reportsToHold = 3;

/** A translation says what nobody wrote. It is reviewed as a machine's words: its author's standing is not touched. */
export async function reportTranslation(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>,
  { texts, store }: VerdictParts,
  { body, actor }: Input<ReportRoute>,
): Promise<ResponseOf<ReportRoute>> {
  const source = await getJudgedSource(texts, body, actor);
  const key = { homeId: source.place.ids[0], address: body.of, language: body.to };
  const at = dateOf(deps.clock);
  const isHeld = await inTransaction(deps.db, async (tx) => {
    const row = await lockJudged(tx, key, source, ['shown', 'released', 'held']);
    const review = { ...reviewOf(source, row), id: deps.ids.next(), reason: 'report' as const, created_at: at };
    const reviewId = await openReview(tx, review);
    const { count, isNew } = await addReport(tx, { reviewId, memberId: actor.memberId, detail: body.detail, at });
    await countOutcome(tx, outcomeOf(row, at), { reported: isNew ? 1 : 0 });
    if (row.standing === 'held') return true;
    // What a reviewer has released, members alone do not take out of sight again.
    const isDoubted = actor.role !== 'member' || (row.standing === 'shown' && count >= reportsToHold);
    if (!isDoubted) return false;
    await holdTranslation(tx, key);
    await deps.events.emit(tx, 'translation.changed', key);
    return true;
  });
  deps.events.wake();
  store.invalidate(key);
  return { isHeld };
}
