import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';

export function BoardPage() {
  const { t } = useTranslation(['board', 'common']);
  return (
    <>
      <ScreenHeader title={t('title')} />
      <EmptyState title={t('common:soon')} scene="chairs" />
    </>
  );
}
