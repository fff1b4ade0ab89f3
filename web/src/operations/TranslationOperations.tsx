import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { useTranslationOverview } from '../data/translation-operations.ts';
import { QueueSkeleton } from '../moderation/QueueSkeleton.tsx';
import { Engines } from './Engines.tsx';
import { Figures } from './Figures.tsx';
import { MemoryPart } from './MemoryPart.tsx';
import { ModelsPart } from './ModelsPart.tsx';
import { OperationsScreen } from './OperationsScreen.tsx';
import { PairsTable } from './PairsTable.tsx';

/** How translation fares in this house, and what the operator can do about it. */
export function TranslationOperations() {
  return (
    <OperationsScreen desk="translation">
      <Desk />
    </OperationsScreen>
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
