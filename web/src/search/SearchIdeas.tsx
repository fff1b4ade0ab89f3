import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useForgetSearch, useSuggestions } from '../data/search.ts';
import { useTopicCompletion } from '../data/topics.ts';
import { abbreviateCount } from '../ui/abbreviate-count.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, TrashIcon } from '../ui/icons.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

/** Before a question is asked: my own last ones, what others ask today, what is looked at most. */
export function SearchIdeas() {
  const { t, i18n } = useTranslation('search');
  const found = useSuggestions('');
  const topics = useTopicCompletion('');
  const { recent = [], suggestions = [] } = found.data ?? {};
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-7 pt-2">
      <h2 className="sr-only">{t('ideas')}</h2>
      {recent.length > 0 ? <Recent recent={recent} /> : null}
      {suggestions.length > 0 ? (
        <Section title={t('sought')}>
          <ul className="flex flex-wrap gap-2">
            {suggestions.map((text) => (
              <li key={text}>
                <IdeaLink text={text} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('trending')}>
        <ol className="flex flex-col">
          {topics.data?.map((topic, index) => (
            <li key={topic.id}>
              <Link
                to="/topics/$name"
                params={{ name: topic.name }}
                className="flex min-h-12 items-center gap-4 rounded-xl border-b border-line px-1 hover:bg-sunken"
              >
                <span
                  aria-hidden="true"
                  className={`tabular w-6 text-center whitespace-nowrap font-semibold ${index < 3 ? 'text-ink' : 'text-quiet'}`}
                >
                  {index + 1}
                </span>
                <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
                  {topic.name}
                </span>
                <span className="text-small text-quiet">
                  {t('viewsToday', {
                    count: topic.viewsLastDay,
                    replace: { count: abbreviateCount(topic.viewsLastDay, i18n.language) },
                  })}
                </span>
              </Link>
            </li>
          )) ?? <Skeleton className="h-40 w-full" />}
        </ol>
        {topics.data?.length === 0 ? <p className="text-quiet">{t('quiet')}</p> : null}
      </Section>
      <p className="text-quiet">
        {t('glossary')}{' '}
        <Link to="/glossary" search={{}} className="text-jade underline underline-offset-2">
          {t('glossaryOpen')}
        </Link>
      </p>
    </div>
  );
}

function Recent({ recent }: { recent: readonly string[] }) {
  const { t } = useTranslation('search');
  const forget = useForgetSearch();
  const onError = useProblemToast();
  return (
    <Section
      title={t('recent')}
      end={
        <IconButton
          icon={TrashIcon}
          iconSize={18}
          label={t('forgetAll')}
          onClick={() => forget.mutate(undefined, { onError })}
        />
      }
    >
      <ul className="flex flex-wrap gap-2">
        {recent.map((text) => (
          <li key={text} className="flex max-w-full items-center rounded-full bg-sunken">
            <Link
              to="/search"
              search={{ q: text }}
              dir="auto"
              className="min-h-9 truncate rounded-full ps-4 pe-1 leading-9 hover:underline"
            >
              {text}
            </Link>
            <button
              type="button"
              aria-label={t('forget', { text })}
              onClick={() => forget.mutate(text, { onError })}
              className="grid size-9 shrink-0 place-items-center rounded-full text-quiet hover:text-ink"
            >
              <CloseIcon size={14} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function IdeaLink({ text }: { text: string }) {
  return (
    <Link
      to="/search"
      search={{ q: text }}
      dir="auto"
      className="inline-flex min-h-9 items-center rounded-full border border-line-strong px-4 text-small hover:bg-sunken"
    >
      {text}
    </Link>
  );
}

function Section({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="flex min-h-10 items-center justify-between pb-1">
        <h3 className="font-semibold">{title}</h3>
        {end}
      </div>
      {children}
    </section>
  );
}
