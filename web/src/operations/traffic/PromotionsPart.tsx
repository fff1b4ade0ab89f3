import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../../account/FailedState.tsx';
import { LoadMore } from '../../account/LoadMore.tsx';
import { usePromotions } from '../../data/traffic-operations.ts';
import { Button } from '../../ui/Button.tsx';
import { formatShare } from '../../ui/format-figures.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Panel } from '../Panel.tsx';
import { PromoteSheet } from './PromoteSheet.tsx';
import { PromotionRow } from './PromotionRow.tsx';

/** Paid traffic: off until the rules allow some; what was bought and what was delivered. */
export function PromotionsPart({ paidShare }: { paidShare: number }) {
  const { t, i18n } = useTranslation('traffic');
  const [isAdding, setAdding] = useState(false);
  const promotions = usePromotions();
  const isOff = paidShare === 0;
  return (
    <Panel
      title={t('promotions.title')}
      {...(isOff ? {} : { body: t('promotions.on', { share: formatShare(paidShare, i18n.language) }) })}
      end={
        isOff ? null : (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('promotions.new')}
          </Button>
        )
      }
    >
      {isOff ? (
        <div className="rounded-card bg-sunken px-4.5 py-3.5">
          <p className="font-medium">{t('promotions.off')}</p>
          <p className="max-w-prose text-small text-soft">{t('promotions.offBody')}</p>
        </div>
      ) : null}
      {promotions.data ? (
        <>
          {promotions.data.length === 0 && !isOff ? <p className="text-quiet">{t('promotions.none')}</p> : null}
          <ul className="flex flex-col gap-3">
            {promotions.data.map((promotion) => (
              <PromotionRow key={promotion.id} promotion={promotion} />
            ))}
          </ul>
          <LoadMore query={promotions} />
        </>
      ) : promotions.error ? (
        <FailedState error={promotions.error} onRetry={() => void promotions.refetch()} />
      ) : (
        <Skeleton className="h-16 w-full !rounded-card" />
      )}
      {isAdding ? <PromoteSheet onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}
