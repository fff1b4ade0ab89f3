import { Link } from '@tanstack/react-router';
import { Problem } from '@teahouse/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

interface NoteFailedProps {
  error: unknown;
  onRetry: () => unknown;
  close: ReactNode;
}

export function NoteFailed({ error, onRetry, close }: NoteFailedProps) {
  const { t } = useTranslation(['note', 'common', 'feed']);
  const textOf = useProblemText();
  const isGone = error instanceof Problem && (error.code === 'not-found' || error.code === 'invalid-request');
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-13 items-center px-1.5 wide:justify-end">{close}</div>
      {isGone ? (
        <EmptyState scene="chairs" title={t('gone.title')} body={t('gone.body')}>
          <Link to="/" className={buttonClass('primary')}>
            {t('common:notFound.action')}
          </Link>
        </EmptyState>
      ) : (
        <EmptyState title={t('feed:failed.title')} body={textOf(error)}>
          <Button look="primary" onClick={() => void onRetry()}>
            {t('common:retry')}
          </Button>
        </EmptyState>
      )}
    </div>
  );
}
