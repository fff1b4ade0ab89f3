import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** In place of a page that belongs to somebody: the door, and the way back here. */
export function SignInGate({ title, body }: { title?: string; body?: string }) {
  const { t } = useTranslation(['account', 'common']);
  const here = useLocation({ select: (location) => location.href });
  return (
    <EmptyState scene="chairs" title={title ?? t('gate.title')} body={body ?? t('gate.body')}>
      <Link to="/welcome" search={{ next: here }} className={buttonClass('primary')}>
        {t('common:invitation.join')}
      </Link>
      <Link to="/sign-in" search={{ next: here }} className={buttonClass('outline')}>
        {t('common:nav.signIn')}
      </Link>
    </EmptyState>
  );
}
