import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TranslationOverview } from '../data/translation-operations.ts';
import { formatDuration, formatNumber, formatShare } from '../ui/format-figures.ts';

/** The handful of numbers that say whether all is well. */
export function Figures({ overview }: { overview: TranslationOverview }) {
  const { t, i18n } = useTranslation('operations');
  const { queue, hitRate, heldPer10000, reportedPer10000, memoryEntries, openReviews, asOf } = overview;
  const language = i18n.language;
  const rate = (value: number | undefined) => (value === undefined ? t('nothing') : formatNumber(value, language, 1));
  const waits = [
    ...(queue.waiting > 0 ? [t('oldest', { time: formatDuration(queue.oldestMilliseconds, language) })] : []),
    ...(queue.running > 0 ? [t('running', { count: queue.running })] : []),
    ...(queue.dropped > 0 ? [t('dropped', { count: queue.dropped })] : []),
  ];
  return (
    <section aria-label={t('figures')}>
      <dl className="grid grid-cols-2 gap-2 wide:grid-cols-3 full:grid-cols-6">
        <Figure label={t('hitRate')}>{hitRate === undefined ? t('nothing') : formatShare(hitRate, language)}</Figure>
        <Figure label={t('heldPer10000')}>{rate(heldPer10000)}</Figure>
        <Figure label={t('reportedPer10000')}>{rate(reportedPer10000)}</Figure>
        <Figure label={t('waiting')} more={waits.join(' · ')}>
          {formatNumber(queue.waiting, language)}
        </Figure>
        <Figure label={t('memoryEntries')}>{formatNumber(memoryEntries, language)}</Figure>
        <Figure
          label={
            <Link to="/moderation" search={{ show: 'translations' }} className="text-jade hover:underline">
              {t('openReviews')}
            </Link>
          }
        >
          {formatNumber(openReviews, language)}
        </Figure>
      </dl>
      <p className="pt-2 text-small text-quiet">
        {t('asOf', { time: new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(new Date(asOf)) })}
      </p>
    </section>
  );
}

function Figure({ label, more, children }: { label: ReactNode; more?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col rounded-card bg-sunken px-4 py-3">
      <dt className="order-2 text-small text-quiet">{label}</dt>
      <dd className="tabular text-head font-semibold">{children}</dd>
      {more ? <dd className="order-3 text-tiny text-quiet">{more}</dd> : null}
    </div>
  );
}
