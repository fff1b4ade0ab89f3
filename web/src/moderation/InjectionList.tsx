import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { type Injection, useInjections } from '../data/translation-review.ts';
import { languageName } from '../ui/badges.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { QueueSkeleton } from './QueueSkeleton.tsx';

/** Texts that tried to give a translator orders: to be known, not to be punished. */
export function InjectionList() {
  const { t } = useTranslation('moderation');
  const injections = useInjections();
  if (!injections.data) {
    return injections.error ? (
      <FailedState error={injections.error} onRetry={() => void injections.refetch()} />
    ) : (
      <QueueSkeleton />
    );
  }
  if (injections.data.length === 0) {
    return <EmptyState scene="cat" title={t('translation.noInjections')} body={t('translation.noInjectionsBody')} />;
  }
  return (
    <div className="max-w-3xl">
      <p className="pb-3 text-small text-quiet">{t('translation.injectionBody')}</p>
      <ol className="flex flex-col">
        {injections.data.map((injection) => (
          <Line key={injection.id} injection={injection} />
        ))}
      </ol>
      <LoadMore query={injections} />
    </div>
  );
}

function Line({ injection: { excerpt, engine, to, outcome, at } }: { injection: Injection }) {
  const { t, i18n } = useTranslation('moderation');
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3">
      <p dir="auto" className="whitespace-pre-wrap">
        {excerpt}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-quiet">
        <span className="rounded-full border border-line-strong px-2 font-medium text-ink">
          {t(`translation.outcome.${outcome}`)}
        </span>
        <span>{engine}</span>
        <span className="text-jade">{t('translation.into', { to: languageName(to, i18n.language) ?? to })}</span>
        <RelativeTime at={at} className="ms-auto" />
      </p>
    </li>
  );
}
