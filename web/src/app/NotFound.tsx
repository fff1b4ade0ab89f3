import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState scene="chairs" title={t('notFound.title')} body={t('notFound.body')}>
      <Link to="/" className={buttonClass('primary')}>
        {t('notFound.action')}
      </Link>
    </EmptyState>
  );
}
