import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

/** A list or page that did not arrive: why, and the way to ask again. */
export function FailedState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  return (
    <EmptyState scene="cup" title={problemText(error)}>
      <Button look="outline" onClick={onRetry}>
        {t('retry')}
      </Button>
    </EmptyState>
  );
}
