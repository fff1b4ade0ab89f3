import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';

export function SearchPage() {
  const { t } = useTranslation(['search', 'common']);
  return (
    <>
      <ScreenHeader title={t('title')} />
      <EmptyState title={t('common:soon')} scene="chairs" />
    </>
  );
}
