import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LanguageSwitch } from '../app/Switches.tsx';
import { useHouseExposure, usePolicy } from '../data/exposure.ts';
import { Chip } from '../ui/Chip.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { HouseAccount } from './HouseAccount.tsx';
import { PolicyPart } from './PolicyPart.tsx';

const spans = [1, 7, 30, 90] as const;

/** For everybody to read: how this house shared out attention, by which rules, and whether it kept its promises. */
export function HouseExposure() {
  const { t } = useTranslation('exposure');
  const [days, setDays] = useState<number>(7);
  const exposure = useHouseExposure(days);
  const policy = usePolicy();
  return (
    <>
      <ScreenHeader title={t('house.title')}>
        <LanguageSwitch />
      </ScreenHeader>
      <article className="mx-auto flex max-w-4xl flex-col gap-10 px-5 pt-5 pb-20 wide:px-6">
        <p className="max-w-prose text-title leading-7 text-soft">{t('house.intro')}</p>
        <fieldset className="flex flex-wrap gap-2">
          <legend className="sr-only">{t('house.days')}</legend>
          {spans.map((span) => (
            <Chip key={span} isOn={span === days} onClick={() => setDays(span)}>
              {t('house.lastDays', { count: span })}
            </Chip>
          ))}
        </fieldset>
        {exposure.data ? (
          <HouseAccount account={exposure.data} />
        ) : exposure.error ? (
          <FailedState error={exposure.error} onRetry={() => void exposure.refetch()} />
        ) : (
          <Skeleton className="h-[calc(100dvh-8rem)] w-full !rounded-card" />
        )}
        {policy.data && !exposure.isPending ? <PolicyPart account={policy.data} /> : null}
      </article>
    </>
  );
}
