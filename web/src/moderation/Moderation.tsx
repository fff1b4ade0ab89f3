import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';

export function Moderation() {
  const { t } = useTranslation(['moderation', 'common']);
  return (
    <>
      <ScreenHeader title={t('title')} />
      <EmptyState title={t('common:soon')} scene="chairs" />
    </>
  );
}
