import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import { languageProps } from '../ui/MemberText.tsx';
import type { ComparedPart } from './compare-words.ts';

interface WordingProps {
  label: string;
  language: string;
  parts: readonly ComparedPart[];
  /** What became of the words that differ. */
  change?: 'removed' | 'added';
  isProposed?: boolean;
}

/** One wording; what differs is struck out or underlined, for the eye and for the ear. */
export function Wording({ label, language, parts, change = 'added', isProposed = false }: WordingProps) {
  const Changed = change === 'removed' ? 'del' : 'ins';
  const { t } = useTranslation('translation-author');
  return (
    <div className={classNames('rounded-xl px-3.5 py-2.5', isProposed ? 'bg-jade-soft' : 'bg-sunken')}>
      <p className={classNames('text-small', isProposed ? 'text-jade' : 'text-quiet')}>{label}</p>
      <p {...languageProps(language)} className="whitespace-pre-wrap wrap-anywhere">
        {parts.map(({ text, isChanged }, index) =>
          isChanged ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one immutable text never move
            <Changed key={index} className={change === 'removed' ? 'text-quiet line-through' : addedClass}>
              <span className="sr-only">{`[${t(`suggestions.${change}`)}: `}</span>
              {text}
              <span className="sr-only">]</span>
            </Changed>
          ) : (
            text
          ),
        )}
      </p>
    </div>
  );
}

const addedClass =
  'rounded-sm bg-raised font-medium text-jade decoration-jade underline decoration-2 underline-offset-3';
