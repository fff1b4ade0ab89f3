import type { TranslationView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import { DownIcon } from '../ui/icons.tsx';
import { useTranslationLine } from './use-translation-line.ts';

interface TranslationMarkProps {
  view: TranslationView;
  /** Where the tools open on demand: the mark is their button. */
  disclosure: { isOpen: boolean; controls: string; onToggle: () => void } | undefined;
}

/** Nothing is translated without saying so: from which language, by whom, and what to know about it. */
export function TranslationMark({ view, disclosure }: TranslationMarkProps) {
  const { t } = useTranslation('translation');
  const line = useTranslationLine()(view);
  const remarks = [
    ...(view.isImproving ? [t('mark.improving')] : []),
    ...(view.state === 'partial' ? [t('mark.partial')] : []),
    ...(view.isOutdated ? [t('mark.outdated')] : []),
  ];
  return (
    <p className={classNames('min-w-0 text-tiny text-quiet', disclosure ? 'flex-1' : 'order-first basis-full')}>
      {disclosure ? (
        <button
          type="button"
          aria-expanded={disclosure.isOpen}
          aria-controls={disclosure.isOpen ? disclosure.controls : undefined}
          onClick={disclosure.onToggle}
          className="inline-flex min-h-8 items-center gap-1.5 text-start hover:text-ink"
        >
          <Mark />
          <span className="sr-only">{t('mark.more')}</span>
          <span className="min-w-0">{line}</span>
          <DownIcon size={12} className={classNames('shrink-0', disclosure.isOpen && 'rotate-180')} />
        </button>
      ) : (
        <span className="inline-flex items-start gap-1.5 py-0.5">
          <Mark />
          <span className="min-w-0">{line}</span>
        </span>
      )}
      {remarks.length > 0 ? <span className="block text-jade">{remarks.join(' ')}</span> : null}
    </p>
  );
}

function Mark() {
  return (
    <span aria-hidden="true" className="translated-mark text-small">
      译
    </span>
  );
}
