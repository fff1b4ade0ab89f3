import { Link } from '@tanstack/react-router';
import { Problem, type SuggestionView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useDecideSuggestion } from '../data/suggestions.ts';
import { Button } from '../ui/Button.tsx';
import { languageName } from '../ui/badges.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { compareWords } from './compare-words.ts';
import { subjectOf } from './subject-of.ts';
import { Wording } from './Wording.tsx';

/** What was written, how it reads now and how it would read; the differences marked. */
export function SuggestionCard({ suggestion }: { suggestion: SuggestionView }) {
  const { t, i18n } = useTranslation('translation-author');
  const { by, to, source, sourceLanguage, current, text, createdAt } = suggestion;
  const { field, noteId } = subjectOf(suggestion.of);
  const [old, young] = compareWords(current ?? '', text, to);
  return (
    <article className="rounded-card border border-line p-4">
      <header className="flex flex-wrap items-baseline gap-x-2 text-small text-quiet">
        <Link
          to="/members/$handle"
          params={{ handle: by.handle }}
          dir="auto"
          className="text-body font-semibold text-ink hover:underline"
        >
          {by.name}
        </Link>
        <span className="text-jade">{t('suggestions.into', { language: languageName(to, i18n.language) ?? to })}</span>
        <span className="ms-auto">
          <RelativeTime at={createdAt} />
        </span>
      </header>
      <p className="flex flex-wrap gap-x-2 pb-3 text-small text-quiet">
        {t(`suggestions.field.${field}`)}
        {noteId ? (
          <Link to="/notes/$noteId" params={{ noteId }} className="text-soft underline underline-offset-2">
            {t('suggestions.open')}
          </Link>
        ) : null}
      </p>
      <div className="flex flex-col gap-2">
        <Wording
          label={t('suggestions.source')}
          language={sourceLanguage}
          parts={[{ text: source, isChanged: false }]}
        />
        {current === undefined ? null : (
          <Wording label={t('suggestions.current')} language={to} parts={old} change="removed" />
        )}
        <Wording
          label={t('suggestions.suggested')}
          language={to}
          parts={current === undefined ? [{ text, isChanged: false }] : young}
          change="added"
          isProposed
        />
      </div>
      <Decision suggestion={suggestion} />
    </article>
  );
}

function Decision({ suggestion }: { suggestion: SuggestionView }) {
  const { t } = useTranslation('translation-author');
  const toast = useToast();
  const onProblem = useProblemToast();
  const decision = useDecideSuggestion(suggestion);
  const decide = (choice: 'accept' | 'decline') =>
    decision.mutate(choice, {
      onSuccess: ({ state }) => toast(t(state === 'accepted' ? 'suggestions.accepted' : 'suggestions.declined')),
      onError: (error) =>
        error instanceof Problem && error.code === 'conflict' ? toast(t('suggestions.conflict')) : onProblem(error),
    });
  const { name } = suggestion.by;
  return (
    <div className="flex gap-2.5 pt-4">
      <Button
        look="jade"
        className="flex-1"
        aria-label={t('suggestions.acceptNamed', { name })}
        isBusy={decision.isPending && decision.variables === 'accept'}
        disabled={decision.isPending}
        onClick={() => decide('accept')}
      >
        {t('suggestions.accept')}
      </Button>
      <Button
        look="outline"
        className="flex-1"
        aria-label={t('suggestions.declineNamed', { name })}
        isBusy={decision.isPending && decision.variables === 'decline'}
        disabled={decision.isPending}
        onClick={() => decide('decline')}
      >
        {t('suggestions.decline')}
      </Button>
    </div>
  );
}
