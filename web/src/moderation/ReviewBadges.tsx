import type { TranslationReviewView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { languageName } from '../ui/badges.tsx';

/** Why it is here; once decided, how. */
export function ReviewReason({ review }: { review: TranslationReviewView }) {
  const { t } = useTranslation('moderation');
  const { reason, reportCount, decision } = review;
  if (decision) {
    return (
      <span className="rounded-full border border-line-strong px-2 font-medium text-ink">
        {t(`translation.was.${decision}`)}
      </span>
    );
  }
  return (
    <span className="rounded-full bg-amber-soft px-2 font-medium text-amber">
      {t(`translation.reason.${reason}`)}
      {reportCount > 1 ? ` × ${reportCount}` : ''}
    </span>
  );
}

export function ReviewPair({ review: { from, to } }: { review: Pick<TranslationReviewView, 'from' | 'to'> }) {
  const { t, i18n } = useTranslation('moderation');
  const nameOf = (language: string) => languageName(language, i18n.language) ?? language;
  return <span className="text-jade">{t('translation.pair', { from: nameOf(from), to: nameOf(to) })}</span>;
}
