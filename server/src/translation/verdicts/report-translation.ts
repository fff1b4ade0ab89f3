import { Problem, type ResponseOf, type translationRoutes } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { openReview } from '../reviews/reviews.sql.ts';
import { keyOf } from '../store/translation-store.ts';
import type { TranslationKey } from '../store/translations.sql.ts';
import { reviewOf, type VerdictParts } from './rate-translation.ts';

type ReportRoute = typeof translationRoutes.report;

/** So many members' reports hold a translation back until a person has looked; a moderator's own does at once. */
const reportsToHold = 3;

/** A translation says what nobody wrote. It is reviewed as a machine's words: its author's standing is not touched. */
export async function reportTranslation(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>,
  { texts, store }: VerdictParts,
  { body, actor }: Input<ReportRoute>,
): Promise<ResponseOf<ReportRoute>> {
  const source = (await texts.read([body.of], actor)).get(body.of);
  const key = { homeId: source?.place.ids[0] ?? '', address: body.of, language: body.to };
  const row = source && (await store.find([key])).get(keyOf(key));
  if (!source || !row || row.standing === 'withheld') throw new Problem('not-found');
  const isHeld = await inTransaction(deps.db, async (tx) => {
    const now = dateOf(deps.clock);
    const reviewId = await openReview(tx, {
      ...reviewOf(source, body.to, row),
      id: deps.ids.next(),
      reason: 'report',
      created_at: now,
    });
    const count = await addReport(tx, reviewId, actor.memberId, body.detail, now);
    if (count < reportsToHold && actor.role === 'member') return row.standing === 'held';
    await holdTranslation(tx, key);
    await deps.events.emit(tx, 'translation.changed', key);
    return true;
  });
  deps.events.wake();
  store.invalidate(key);
  return { isHeld };
}

/** How many members have reported it now; each counts once. */
async function addReport(tx: Tx, reviewId: string, memberId: string, detail: string, at: Date): Promise<number> {
  await tx
    .insertInto('translation_report')
    .values({ review_id: reviewId, member_id: memberId, detail, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from translation_report where review_id = ${reviewId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function holdTranslation(tx: Tx, { homeId, address, language }: TranslationKey): Promise<void> {
  await tx
    .updateTable('translation')
    .set({ standing: 'held' })
    .where('home_id', '=', homeId)
    .where('address', '=', address)
    .where('language', '=', language)
    .execute();
}
