import { Problem, type ResponseOf, type translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { openReview } from '../reviews/reviews.sql.ts';
import type { TranslationStore } from '../store/translation-store.ts';
import type { SourceText } from '../texts/source-text.ts';
import type { TextReader } from '../texts/text-reader.ts';
import { putVerdict } from './verdicts.sql.ts';

type RateRoute = typeof translationRoutes.rate;

/** So many readers must call a translation wrong, and so many times more than call it good, before a person looks at it. */
const leastWrong = 5;
const wrongToGood = 2;

export interface VerdictParts {
  texts: Pick<TextReader, 'read'>;
  store: TranslationStore;
}

type VerdictDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

export async function rateTranslation(
  deps: VerdictDeps,
  { texts, store }: VerdictParts,
  { body, actor }: Input<RateRoute>,
): Promise<ResponseOf<RateRoute>> {
  const source = (await texts.read([body.of], actor)).get(body.of);
  if (!source) throw new Problem('not-found');
  const key = { homeId: source.place.ids[0], address: body.of, language: body.to };
  const now = dateOf(deps.clock);
  const judged = await inTransaction(deps.db, async (tx) => {
    const counted = await putVerdict(tx, key, actor.memberId, body.verdict, now);
    if (!counted) throw new Problem('not-found');
    if (counted.wrong >= leastWrong && counted.wrong > wrongToGood * counted.good)
      await openReview(tx, { ...reviewOf(source, body.to, counted), id: deps.ids.next(), reason: 'disputed', created_at: now });
    await deps.events.emit(tx, 'translation.changed', key);
    return counted;
  });
  deps.events.wake();
  store.invalidate(key);
  const mine = body.verdict === 'none' ? {} : { mine: body.verdict };
  return { good: judged.good, wrong: judged.wrong, ...mine };
}

/** What a reviewer will see of a translation. */
export function reviewOf(
  source: SourceText,
  language: string,
  made: { source_languages: string[]; engine: string | null; text: string },
) {
  return {
    home_id: source.place.ids[0],
    address: source.address,
    language,
    from_language: made.source_languages[0] ?? 'und',
    author_id: source.authorId ?? null,
    source: source.text,
    output: made.text,
    engine: made.engine ?? '',
  };
}
