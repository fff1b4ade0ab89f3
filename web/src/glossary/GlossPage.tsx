import { Link, useParams } from '@tanstack/react-router';
import { Problem } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { type GlossWithRemarks, useGloss } from '../data/glossary.ts';
import { useReader } from '../translation/use-reader.ts';
import { buttonClass } from '../ui/Button.tsx';
import { LanguageBadge, languageName } from '../ui/badges.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { GlossActions } from './GlossActions.tsx';
import { GlossMarks } from './GlossMarks.tsx';
import { GlossRemarks } from './GlossRemarks.tsx';
import { GlossVotes } from './GlossVotes.tsx';
import { renderingsInOrder } from './rendering-for.ts';

/** One term: what it means, how to say it elsewhere, and what members make of it. */
export function GlossPage() {
  const { t } = useTranslation('glossary');
  const { glossId } = useParams({ from: '/glossary/$glossId' });
  const gloss = useGloss(glossId);
  const isUnknown = gloss.error instanceof Problem && ['not-found', 'invalid-request'].includes(gloss.error.code);
  return (
    <>
      <ScreenHeader title={gloss.data?.term ?? t('title')} />
      <div className="mx-auto max-w-2xl px-5 pt-4 pb-20 wide:px-6">
        {gloss.data ? (
          <Entry gloss={gloss.data} />
        ) : isUnknown ? (
          <EmptyState scene="letter" title={t('unknown')} body={t('unknownBody')}>
            <Link to="/glossary" search={{}} className={buttonClass('primary')}>
              {t('back')}
            </Link>
          </EmptyState>
        ) : gloss.error ? (
          <FailedState error={gloss.error} onRetry={() => void gloss.refetch()} />
        ) : (
          <Skeleton className="h-64 w-full !rounded-sheet" />
        )}
      </div>
    </>
  );
}

function Entry({ gloss }: { gloss: GlossWithRemarks }) {
  const { t } = useTranslation('glossary');
  const { term, language, variants, state } = gloss;
  return (
    <>
      <article className="flex flex-col gap-5 rounded-sheet border border-line bg-raised px-5 py-5 wide:px-7 wide:py-6">
        {state === 'approved' ? null : (
          <p className="rounded-card bg-amber-soft px-3.5 py-2.5 text-small text-amber">{t(`state.${state}`)}</p>
        )}
        <header className="flex flex-col gap-1.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 {...languageProps(language)} className="text-[1.75rem]/9 font-semibold">
              {term}
            </h2>
            <LanguageBadge language={language} />
            <GlossMarks gloss={gloss} />
          </div>
          {variants.length > 0 ? (
            <p className="text-quiet">
              {t('also')}{' '}
              <span {...languageProps(language)} className="text-soft">
                {variants.join(' · ')}
              </span>
            </p>
          ) : null}
        </header>
        <Meanings gloss={gloss} />
        <footer className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-3 text-small text-quiet">
          <span className="-ms-2">
            <GlossVotes gloss={gloss} />
          </span>
          <Origin gloss={gloss} />
          <Link
            to="/search"
            search={{ q: term }}
            className="ms-auto inline-flex min-h-9 items-center gap-1.5 text-jade hover:underline"
          >
            <SearchIcon size={16} />
            {t('notes')}
          </Link>
        </footer>
      </article>
      <GlossActions gloss={gloss} />
      <GlossRemarks gloss={gloss} />
    </>
  );
}

function Meanings({ gloss }: { gloss: GlossWithRemarks }) {
  const { t, i18n } = useTranslation('glossary');
  const { to } = useReader();
  const nameOf = (language: string) => languageName(language, i18n.language) ?? language;
  const sense = (
    <div>
      <dt className="text-small text-quiet">{t('senseIn', { language: nameOf(gloss.language) })}</dt>
      <dd {...languageProps(gloss.language)} className="pt-0.5 text-title whitespace-pre-wrap">
        {gloss.sense}
      </dd>
    </div>
  );
  return (
    <dl className="flex flex-col gap-4">
      {gloss.language === to ? sense : null}
      {renderingsInOrder(gloss, to).map(({ language, text, note }) => (
        <div key={language}>
          <dt className="text-small text-quiet">{t('in', { language: nameOf(language) })}</dt>
          <dd {...languageProps(language)} className="pt-0.5">
            <span className="text-title font-medium text-jade">{text}</span>
            {note ? <span className="block whitespace-pre-wrap text-soft">{note}</span> : null}
          </dd>
        </div>
      ))}
      {gloss.language === to ? null : sense}
    </dl>
  );
}

function Origin({ gloss: { isShipped, by } }: { gloss: GlossWithRemarks }) {
  const { t } = useTranslation('glossary');
  if (!by) return <span>{t(isShipped ? 'shipped' : 'anonymous')}</span>;
  return (
    <Link to="/members/$handle" params={{ handle: by.handle }} className="hover:text-ink hover:underline">
      {t('by', { name: by.name })}
    </Link>
  );
}
