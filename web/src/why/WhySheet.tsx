import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useWhy, type Why } from '../data/why.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { PoolMeter } from './PoolMeter.tsx';
import { ReasonRow } from './ReasonRow.tsx';

/** Why a note stood where it stood: in words, with what they are about, and how far the note has come. */
export function WhySheet({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation('why');
  const why = useWhy(token);
  return (
    <Sheet title={t('title')} isOpen onClose={onClose} width={420}>
      <div className="flex min-h-80 flex-col gap-5" aria-busy={why.isPending}>
        {why.data ? <Story why={why.data} onLeave={onClose} /> : null}
        {why.isPending ? <Waiting /> : null}
        {why.isError ? <FailedState error={why.error} onRetry={() => void why.refetch()} /> : null}
      </div>
    </Sheet>
  );
}

function Story({ why, onLeave }: { why: Why; onLeave: () => void }) {
  const { t } = useTranslation('why');
  return (
    <>
      <ul className="flex flex-col gap-4">
        {why.reasons.map((reason) => (
          <ReasonRow key={reason.code} reason={reason} onLeave={onLeave} />
        ))}
        {why.reasons.length === 0 ? <li className="text-soft">{t('noReason')}</li> : null}
      </ul>
      {why.pool ? <PoolMeter pool={why.pool} /> : null}
      <div className="mt-auto flex flex-col gap-2.5 border-t border-line pt-4 text-small text-quiet">
        <p>
          {t(`traffic.${why.traffic}`)} {t('place', { place: why.slot + 1, list: t(`surface.${why.surface}`) })}
        </p>
        {why.ranking === 'interim' && why.surface === 'discover' ? <p>{t('interim')}</p> : null}
        <p className="flex flex-wrap gap-x-5 gap-y-1.5">
          <Link to="/exposure" onClick={onLeave} className={footLink}>
            {t('exposure')}
          </Link>
          <Link to="/settings/$section" params={{ section: 'feed' }} onClick={onLeave} className={footLink}>
            {t('settings')}
          </Link>
        </p>
      </div>
    </>
  );
}

const footLink = 'font-medium text-ink underline underline-offset-2';

function Waiting() {
  return (
    <>
      <Skeleton className="h-12 w-full" />
      <Skeleton className="h-12 w-4/5" />
      <Skeleton className="h-16 w-full" />
    </>
  );
}
