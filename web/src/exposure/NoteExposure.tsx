import { getRouteApi, Link } from '@tanstack/react-router';
import type { NoteId } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { type NoteExposure as Figures, useNoteExposure, usePolicy } from '../data/exposure.ts';
import { formatShare } from '../ui/format-figures.ts';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BarTable } from './BarTable.tsx';
import { FigureRow } from './FigureRow.tsx';
import { PoolLadder } from './PoolLadder.tsx';
import { PoolSteps } from './PoolSteps.tsx';
import { Timeline } from './Timeline.tsx';
import { useKeyNames } from './use-key-names.ts';

const route = getRouteApi('/notes/$noteId/exposure');

/** For an author: who saw this note, why, and how far it came. */
export function NoteExposure() {
  const { t } = useTranslation('exposure');
  const { noteId } = route.useParams();
  const exposure = useNoteExposure(noteId as NoteId, { isWatched: true });
  const policy = usePolicy();
  const error = exposure.error ?? policy.error;
  const retry = () => void Promise.all([exposure.refetch(), policy.refetch()]);
  return (
    <>
      <ScreenHeader title={t('note.title')} />
      <article className="mx-auto flex max-w-3xl flex-col gap-8 px-5 pt-3 pb-20 wide:px-6">
        {exposure.data && policy.data ? (
          <Account figures={exposure.data} reaches={policy.data.policy.ladder.pools} />
        ) : error ? (
          <FailedState error={error} onRetry={retry} />
        ) : (
          <Skeleton className="h-[calc(100dvh-8rem)] w-full !rounded-card" />
        )}
      </article>
    </>
  );
}

const deeds = ['opened', 'liked', 'collected', 'commented', 'shared', 'followed'] as const;

function Account({ figures, reaches }: { figures: Figures; reaches: readonly number[] }) {
  const { t, i18n } = useTranslation('exposure');
  const { impressions, viewers, translatedShare, byHour } = figures;
  return (
    <>
      <FigureRow
        figures={[
          { label: t('note.seen'), value: impressions },
          ...deeds.map((deed) => ({ label: t(`note.${deed}`), value: viewers[deed] })),
        ]}
      />
      {translatedShare === undefined ? null : (
        <p className="rounded-card bg-jade-soft px-4.5 py-3 text-jade">
          {t('note.translated', { share: formatShare(translatedShare, i18n.language) })}
        </p>
      )}
      <PoolLadder pool={figures.pool} reaches={reaches} />
      <PoolSteps steps={figures.steps} />
      <Timeline title={t('note.byHour')} sums={byHour.map(({ at, impressions: value }) => ({ at, value }))} />
      <Sides figures={figures} />
      <footer className="flex flex-col gap-1 text-small text-quiet">
        <p>{t(figures.isBalanced ? 'note.balanced' : 'note.unbalanced')}</p>
        <p>
          <Link to="/exposure" className="text-jade hover:underline">
            {t('house.link')}
          </Link>
        </p>
      </footer>
    </>
  );
}

function Sides({ figures }: { figures: Figures }) {
  const { t } = useTranslation('exposure');
  const names = useKeyNames();
  const bars = (sums: readonly { key: string; impressions: number }[], name: (key: string) => string) =>
    sums.map(({ key, impressions }) => ({ key, label: name(key), value: impressions }));
  const none = t('nobodyYet');
  return (
    <div className="grid items-start gap-x-10 gap-y-8 wide:grid-cols-2">
      <BarTable title={t('by.reason')} none={none} bars={bars(figures.byReason, names.reason)} />
      <BarTable title={t('by.traffic')} none={none} bars={bars(figures.byTraffic, names.traffic)} />
      <BarTable title={t('by.language')} none={none} bars={bars(figures.byLanguage, names.language)} />
      <BarTable title={t('by.country')} none={none} bars={bars(figures.byCountry, names.country)} />
      <BarTable title={t('by.group')} none={none} bars={bars(figures.byGroup, names.group)} />
      <BarTable title={t('by.surface')} none={none} bars={bars(figures.bySurface, names.surface)} />
    </div>
  );
}
