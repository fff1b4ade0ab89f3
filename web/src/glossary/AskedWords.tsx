import { Link } from '@tanstack/react-router';
import type { GlossRequestView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { SignInGate } from '../account/SignInGate.tsx';
import { useGlossRequests } from '../data/glossary.ts';
import { useMe } from '../data/session.ts';
import { useReader } from '../translation/use-reader.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageBadge } from '../ui/badges.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { Proposal } from './Glossary.tsx';
import { newDraft } from './gloss-draft.ts';

/** What no machine understood and members would like to know; whoever knows it answers with a term. */
export function AskedWords({ onExplain }: { onExplain: (proposal: Proposal) => void }) {
  const { t } = useTranslation('glossary');
  const me = useMe();
  const { to } = useReader();
  const asked = useGlossRequests(me != null);
  if (me === null) return <SignInGate title={t('asked.gate')} />;
  if (!asked.data) {
    return asked.error ? (
      <FailedState error={asked.error} onRetry={() => void asked.refetch()} />
    ) : (
      <Skeleton className="h-28 w-full !rounded-card" />
    );
  }
  if (asked.data.length === 0) return <EmptyState scene="cat" title={t('asked.empty')} body={t('asked.emptyBody')} />;
  return (
    <>
      <p className="pb-4 text-quiet">{t('asked.intro')}</p>
      <ul aria-label={t('tabs.asked')} className="flex flex-col gap-3">
        {asked.data.map((request) => (
          <li key={request.id}>
            <Asked
              request={request}
              onExplain={() => onExplain({ draft: newDraft(to, request), requestId: request.id })}
            />
          </li>
        ))}
      </ul>
      <LoadMore query={asked} />
    </>
  );
}

function Asked({ request, onExplain }: { request: GlossRequestView; onExplain: () => void }) {
  const { t } = useTranslation('glossary');
  const { words, language, example, noteId, askedBy, createdAt } = request;
  return (
    <article className="flex flex-col gap-2 rounded-card border border-line bg-raised px-4.5 py-4">
      <header className="flex flex-wrap items-center gap-2">
        <h2 {...languageProps(language)} className="text-title font-semibold">
          {words}
        </h2>
        <LanguageBadge language={language} />
        <RelativeTime at={createdAt} className="ms-auto text-small text-quiet" />
      </header>
      {example ? (
        <blockquote
          {...languageProps(language)}
          className="line-clamp-3 border-s-2 border-jade-soft ps-3 whitespace-pre-wrap text-soft"
        >
          {example}
        </blockquote>
      ) : null}
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-quiet">
        <span>{t('asked.by', { count: askedBy })}</span>
        {noteId ? (
          <Link to="/notes/$noteId" params={{ noteId }} className="text-jade underline-offset-2 hover:underline">
            {t('asked.note')}
          </Link>
        ) : null}
        <Button look="jade" size="small" className="ms-auto" onClick={onExplain}>
          {t('asked.explain')}
        </Button>
      </footer>
    </article>
  );
}
