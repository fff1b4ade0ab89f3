import { Problem } from '@teahouse/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../ui/use-problem-text.ts';
import { useArrival } from './use-arrival.ts';

/** A link led to a comment that cannot be shown. */
export function SoughtGone({ error }: { error: Error }) {
  const { t } = useTranslation('comments');
  const textOf = useProblemText();
  const element = useRef<HTMLParagraphElement>(null);
  useArrival(element, true);
  return (
    <p
      ref={element}
      role="status"
      tabIndex={-1}
      className="mb-2 rounded-card bg-sunken px-3.5 py-2.5 text-small text-soft"
    >
      {error instanceof Problem && error.status < 500 ? t('soughtGone') : textOf(error)}
    </p>
  );
}
