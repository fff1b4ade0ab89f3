import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ForwardIcon } from '../ui/icons.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { footnoteId, footnotesOf, goTo, termId } from './footnotes.ts';
import type { ReadUnit } from './use-text-unit.ts';

/** What the community's glossary says about terms of the text. */
export function Footnotes({ read }: { read: ReadUnit }) {
  const { t } = useTranslation('translation');
  const footnotes = footnotesOf(read);
  if (footnotes.length === 0) return null;
  const { key } = read.unit;
  const source = languageProps(read.main?.words.language ?? 'und');
  return (
    <ol
      aria-label={t('notes.title')}
      className="mt-1 flex flex-col gap-1 border-s-2 border-jade-soft ps-2.5 text-small text-quiet"
    >
      {footnotes.map(({ number, gloss }) => (
        <li
          key={gloss.id}
          id={footnoteId(key, number)}
          tabIndex={-1}
          className="gloss-note flex items-baseline gap-1.5"
        >
          <button
            type="button"
            onClick={() => goTo(termId(key, number))}
            className="tabular min-w-4 shrink-0 text-tiny font-semibold text-jade"
          >
            {number}
            <span className="sr-only"> {t('notes.back', { term: gloss.seen })}</span>
          </button>
          <p className="min-w-0">
            <span {...source} className="font-medium text-ink">
              {gloss.seen}
            </span>{' '}
            —{' '}
            <span {...languageProps(read.to)}>
              <span className="text-soft">{gloss.rendering}</span>
              {gloss.note ? `: ${gloss.note}` : null}
            </span>{' '}
            <Link
              to="/glossary/$glossId"
              params={{ glossId: gloss.id }}
              aria-label={t('notes.glossary', { term: gloss.term })}
              title={t('notes.glossary', { term: gloss.term })}
              className="inline-block align-[-0.15em] text-jade"
            >
              <ForwardIcon size={14} />
            </Link>
            {gloss.isCoarse ? (
              <span className="ms-1.5 rounded-full bg-amber-soft px-1.5 text-tiny text-amber">{t('notes.coarse')}</span>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
