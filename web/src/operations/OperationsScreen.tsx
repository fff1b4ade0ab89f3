import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInGate } from '../account/SignInGate.tsx';
import { useMe } from '../data/session.ts';
import { QueueSkeleton } from '../moderation/QueueSkeleton.tsx';
import { chipClass } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';

const desks = [
  { name: 'traffic', to: '/operations/traffic' },
  { name: 'translation', to: '/operations/translation' },
] as const;

interface OperationsScreenProps {
  desk: (typeof desks)[number]['name'];
  children: ReactNode;
}

/** Frame of the operator's desks: the way between them, and nobody else inside. */
export function OperationsScreen({ desk, children }: OperationsScreenProps) {
  const { t } = useTranslation('operations');
  const me = useMe();
  return (
    <>
      <ScreenHeader title={t(`desks.${desk}`)}>{me?.role === 'operator' ? <Desks desk={desk} /> : null}</ScreenHeader>
      <div className="mx-auto max-w-[1080px] px-4 pt-3 pb-20 wide:px-6">
        {me === undefined ? (
          <QueueSkeleton />
        ) : me === null ? (
          <SignInGate />
        ) : me.role === 'operator' ? (
          children
        ) : (
          <EmptyState scene="chairs" title={t('notForYou')} body={t('notForYouBody')} />
        )}
      </div>
    </>
  );
}

function Desks({ desk }: Pick<OperationsScreenProps, 'desk'>) {
  const { t } = useTranslation('operations');
  return (
    <nav aria-label={t('desks.label')} className="flex gap-1 pe-1">
      {desks.map(({ name, to }) => (
        <Link key={name} to={to} aria-current={name === desk ? 'page' : undefined} className={chipClass(name === desk)}>
          {t(`desks.short.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
