import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** A screen that threw. Loading again is the one thing that may help; what was thrown is in the console. */
export function Crashed() {
  const { t } = useTranslation();
  return (
    <EmptyState scene="cup" title={t('crashed.title')} body={t('crashed.body')}>
      <Button look="primary" onClick={() => location.reload()}>
        {t('crashed.action')}
      </Button>
    </EmptyState>
  );
}
