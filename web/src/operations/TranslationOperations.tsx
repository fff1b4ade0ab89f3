import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { SignInGate } from '../account/SignInGate.tsx';
import { useMe } from '../data/session.ts';
import { useTranslationOverview } from '../data/translation-operations.ts';
import { QueueSkeleton } from '../moderation/QueueSkeleton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Engines } from './Engines.tsx';
import { Figures } from './Figures.tsx';
import { MemoryPart } from './MemoryPart.tsx';
import { ModelsPart } from './ModelsPart.tsx';
import { PairsTable } from './PairsTable.tsx';

/** How translation fares in this house, and what the operator can do about it. */
export function TranslationOperations() {
  const { t } = useTranslation('operations');
  const me = useMe();
  return (
    <>
      <ScreenHeader title={t('title')} />
      <div className="mx-auto max-w-[1080px] px-4 pt-3 pb-20 wide:px-6">
        {me === undefined ? (
          <QueueSkeleton />
        ) : me === null ? (
          <SignInGate />
        ) : me.role === 'operator' ? (
          <Desk />
        ) : (
          <EmptyState scene="chairs" title={t('notForYou')} body={t('notForYouBody')} />
        )}
      </div>
    </>
  );
}

const spans = ['24', '168', '720'] as const;

function Desk() {
  const { t } = useTranslation('operations');
  const [hours, setHours] = useState<(typeof spans)[number]>('24');
  const overview = useTranslationOverview(Number(hours));
  return (
    <div className="flex flex-col gap-10">
      {overview.data ? (
        <>
          <div className="flex flex-col gap-4">
            <div className="max-w-80">
              <SegmentedChoice
                label={t('hours.label')}
                options={spans.map((id) => ({ id, label: t(`hours.${id}`) }))}
                chosen={hours}
                onChoose={setHours}
              />
            </div>
            <Figures overview={overview.data} />
          </div>
          <Engines engines={overview.data.engines} />
          <PairsTable overview={overview.data} />
        </>
      ) : overview.error ? (
        <FailedState error={overview.error} onRetry={() => void overview.refetch()} />
      ) : (
        <QueueSkeleton />
      )}
      <ModelsPart />
      <MemoryPart />
    </div>
  );
}
