import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useFoundTopics } from '../data/search.ts';
import { abbreviateCount } from '../ui/abbreviate-count.ts';
import { NothingFound } from './NothingFound.tsx';
import { RowsSkeleton } from './RowsSkeleton.tsx';

export function FoundTopics({ q }: { q: string }) {
  const { t, i18n } = useTranslation(['search', 'topic']);
  const topics = useFoundTopics(q);
  if (topics.isPending) return <RowsSkeleton />;
  if (!topics.data) return <FailedState error={topics.error} onRetry={() => void topics.refetch()} />;
  if (topics.data.length === 0) return <NothingFound q={q} />;
  const short = (count: number) => ({ count, replace: { count: abbreviateCount(count, i18n.language) } });
  return (
    <ul aria-label={t('resultsFor', { q })} className="mx-auto flex max-w-2xl flex-col">
      {topics.data.map((topic) => (
        <li key={topic.id} className="border-b border-line last:border-0">
          <Link
            to="/topics/$name"
            params={{ name: topic.name }}
            className="flex min-h-16 items-center gap-4 rounded-card px-1 hover:bg-sunken"
          >
            <span
              aria-hidden="true"
              className="grid size-11 place-items-center rounded-full bg-jade-soft text-title font-semibold text-jade"
            >
              #
            </span>
            <span className="min-w-0 flex-1">
              <span dir="auto" className="block truncate font-medium">
                {topic.name}
              </span>
              <span className="text-small text-quiet">
                {t('topic:notes', short(topic.noteCount))} · {t('topic:views', short(topic.viewCount))}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
