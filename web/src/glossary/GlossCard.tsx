import { Link } from '@tanstack/react-router';
import type { GlossView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { LanguageBadge } from '../ui/badges.tsx';
import { Count } from '../ui/Count.tsx';
import { CommentIcon } from '../ui/icons.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { GlossMarks } from './GlossMarks.tsx';
import { GlossVotes } from './GlossVotes.tsx';
import { renderingFor } from './rendering-for.ts';

/** A term at a glance: how it is written, what it means to this reader, and what members think of the explanation. */
export function GlossCard({ gloss, to }: { gloss: GlossView; to: string }) {
  const { t } = useTranslation('glossary');
  const { term, language, variants, remarkCount } = gloss;
  const rendering = renderingFor(gloss, to);
  const isSense = rendering.language === language;
  return (
    <article className="relative flex h-full flex-col gap-1.5 rounded-card border border-line bg-raised px-4.5 pt-4 pb-2.5 transition-colors hover:border-line-strong">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h2 {...languageProps(language)} className="text-head font-semibold">
          <Link
            to="/glossary/$glossId"
            params={{ glossId: gloss.id }}
            className="outline-offset-4 before:absolute before:inset-0 before:rounded-card"
          >
            {term}
          </Link>
        </h2>
        <LanguageBadge language={language} />
        <GlossMarks gloss={gloss} />
      </header>
      {variants.length > 0 ? (
        <p className="line-clamp-1 text-small text-quiet">
          {t('also')} <span {...languageProps(language)}>{variants.join(' · ')}</span>
        </p>
      ) : null}
      <div {...languageProps(rendering.language)} className="flex-1">
        <p className={isSense ? 'line-clamp-3 text-soft' : 'line-clamp-2 text-title font-medium text-jade'}>
          {rendering.text}
        </p>
        {rendering.note ? <p className="line-clamp-3 text-soft">{rendering.note}</p> : null}
      </div>
      <footer className="relative -ms-2 flex items-center gap-1 text-small text-quiet">
        <GlossVotes gloss={gloss} />
        {remarkCount > 0 ? (
          <span className="ms-2 inline-flex items-center gap-1.5">
            <CommentIcon size={16} />
            <span className="sr-only">{t('remarks.title')}</span>
            <Count value={remarkCount} />
          </span>
        ) : null}
      </footer>
    </article>
  );
}
