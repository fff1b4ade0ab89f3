import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';

export function Statements() {
  const { t } = useTranslation(['moderation', 'common']);
  return (
    <>
      <ScreenHeader title={t('statements')} />
      <EmptyState title={t('common:soon')} scene="chairs" />
    </>
  );
}
