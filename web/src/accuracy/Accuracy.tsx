import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LanguageSwitch } from '../app/Switches.tsx';
import { type Accuracy as Figures, useAccuracy } from '../data/accuracy.ts';
import { Count } from '../ui/Count.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Leaves } from './Leaves.tsx';
import { Measured } from './Measured.tsx';
import { ReadersSay } from './ReadersSay.tsx';

/** For everybody to read: how good the translations are, who says so, and what they cost in privacy. */
export function Accuracy() {
  const { t } = useTranslation('accuracy');
  const accuracy = useAccuracy();
  return (
    <>
      <ScreenHeader title={t('title')}>
        <LanguageSwitch />
      </ScreenHeader>
      <article className="mx-auto flex max-w-4xl flex-col gap-10 px-5 pt-5 pb-20 wide:px-6">
        <p className="max-w-prose text-title leading-7 text-soft">{t('intro')}</p>
        {accuracy.data ? (
          <Answers figures={accuracy.data} />
        ) : accuracy.error ? (
          <FailedState error={accuracy.error} onRetry={() => void accuracy.refetch()} />
        ) : (
          <Skeleton className="h-72 w-full !rounded-card" />
        )}
      </article>
    </>
  );
}

function Answers({ figures }: { figures: Figures }) {
  const { t } = useTranslation('accuracy');
  const { evaluations, members, glossaryTerms, injectionsSeen } = figures;
  return (
    <>
      <dl className="grid grid-cols-2 gap-3">
        <Total
          label={
            <Link to="/glossary" search={{}} className="text-jade hover:underline">
              {t('glossary')}
            </Link>
          }
        >
          <Count value={glossaryTerms} />
        </Total>
        <Total label={t('injections')}>
          <Count value={injectionsSeen} />
        </Total>
      </dl>
      <Measured evaluations={evaluations} />
      <ReadersSay verdicts={members} />
      <Leaves used={[...members, ...evaluations].map(({ engine }) => engine)} />
    </>
  );
}

function Total({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col rounded-card bg-sunken px-4.5 py-3.5">
      <dt className="order-2 text-small text-quiet">{label}</dt>
      <dd className="text-head font-semibold">{children}</dd>
    </div>
  );
}
