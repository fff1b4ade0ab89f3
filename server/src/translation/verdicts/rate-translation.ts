import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { countOutcome } from '../outcomes.sql.ts';
import { openReview } from '../reviews/reviews.sql.ts';
import type { TranslationStore } from '../store/translation-store.ts';
import type { TranslationRow } from '../store/translations.sql.ts';
import type { TextReader } from '../texts/text-reader.ts';
import { getJudgedSource, lockJudged, outcomeOf, reviewOf } from './find-judged.ts';
import { putVerdict, type VerdictCounts } from './verdicts.sql.ts';

type RateRoute = typeof translationRoutes.rate;

/** So many readers must call a translation wrong, and so many times more than call it good, before a person looks at it. */
const leastWrong = 5;
const wrongToGood = 2;

export interface VerdictParts {
  texts: Pick<TextReader, 'read'>;
  store: Pick<TranslationStore, 'invalidate'>;
}

export async function rateTranslation(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { texts, store }: VerdictParts,
  { body, actor }: Input<RateRoute>,
): Promise<ResponseOf<RateRoute>> {
  const source = await getJudgedSource(texts, body, actor);
  const key = { homeId: source.place.ids[0], address: body.of, language: body.to };
  const at = dateOf(deps.clock);
  const counts = await inTransaction(deps.db, async (tx) => {
    const row = await lockJudged(tx, key, source, ['shown', 'released']);
    const counted = await putVerdict(tx, key, { memberId: actor.memberId, verdict: body.verdict, at });
    await countOutcome(tx, outcomeOf(row, at), {
      good: counted.good - row.good,
      wrong: counted.wrong - row.wrong,
    });
    if (isDisputed(row, counted))
      await openReview(tx, { ...reviewOf(source, row), id: deps.ids.next(), reason: 'disputed', created_at: at });
    return counted;
  });
  store.invalidate(key);
  return { ...counts, ...(body.verdict === 'none' ? {} : { mine: body.verdict }) };
}

/** What a reviewer has released is settled: readers may still call it wrong, but it is not looked at again for that. */
function isDisputed({ standing }: TranslationRow, { good, wrong }: VerdictCounts): boolean {
  return standing === 'shown' && wrong >= leastWrong && wrong > wrongToGood * good;
}
