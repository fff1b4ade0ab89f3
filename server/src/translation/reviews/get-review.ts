import { Problem, type TranslationReviewView, type translationReviewRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Translator } from '../translator.ts';
import { type ReviewViewParts, viewReviews } from './review-view.ts';
import { type ReviewRow, selectReview } from './reviews.sql.ts';

export interface GetReviewParts extends ReviewViewParts {
  translator: Pick<Translator, 'translate'>;
}

/** A reviewer reads on without the back-translation after this time. */
const patienceMilliseconds = 3_000;

/** Source, output, and the output in the source's language again: whoever reads one of the two sees what went wrong. */
export async function getReview(
  deps: Pick<Deps, 'db'>,
  parts: GetReviewParts,
  { params, actor }: Input<typeof translationReviewRoutes.get>,
): Promise<TranslationReviewView> {
  const row = await selectReview(deps.db, params.reviewId);
  const [view] = row ? await viewReviews(parts, [row]) : [];
  if (!row || !view) throw new Problem('not-found');
  const backTranslation = await translateBack(parts, row, actor.memberId);
  return { ...view, ...(backTranslation === undefined ? {} : { backTranslation }) };
}

async function translateBack(
  { translator }: Pick<GetReviewParts, 'translator'>,
  { output, language, from_language: to }: ReviewRow,
  askedBy: string,
): Promise<string | undefined> {
  if (to === 'und' || to === 'mul') return undefined;
  const signal = AbortSignal.timeout(patienceMilliseconds);
  const made = await translator
    .translate({ text: output, to, priors: [language], urgency: 'now', askedBy }, { signal })
    .catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
  return made?.text;
}
