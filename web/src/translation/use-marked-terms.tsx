import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { footnoteId, footnotesOf, goTo, termId, termsOf } from './footnotes.ts';
import { splitAtTerms } from './split-at-terms.ts';
import type { ReadUnit } from './use-text-unit.ts';

type Drawer = () => (words: string) => ReactNode;

/**
 * Draws words with their terms pressable, each term at its first place only. What stands before (the title of a text) has
 * had its terms marked already.
 */
export function useMarkedTerms(read: ReadUnit): (isTranslated: boolean, before?: string) => Drawer | undefined {
  const { t } = useTranslation('translation');
  const footnotes = footnotesOf(read);
  return (isTranslated, before = '') => {
    if (footnotes.length === 0) return undefined;
    const terms = termsOf(footnotes, isTranslated);
    return () => {
      const marked = new Set<number>();
      splitAtTerms(before, terms, marked);
      return (words) =>
        splitAtTerms(words, terms, marked).map(({ text, number }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one immutable text never move
          <Fragment key={index}>{number ? term(text, number) : text}</Fragment>
        ));
    };
  };

  function term(text: string, number: number): ReactNode {
    return (
      <button
        type="button"
        id={termId(read.unit.key, number)}
        onClick={() => goTo(footnoteId(read.unit.key, number))}
        className="gloss-term"
      >
        {text}
        <sup aria-hidden="true">{number}</sup>
        <span className="sr-only">, {t('notes.number', { number })}</span>
      </button>
    );
  }
}
