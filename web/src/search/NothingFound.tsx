import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTopicCompletion } from '../data/topics.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** No answer; ways on instead. */
export function NothingFound({ q }: { q: string }) {
  const { t } = useTranslation('search');
  const topics = useTopicCompletion('').data ?? [];
  return (
    <EmptyState scene="lens" title={t('nothing', { q })} body={t('nothingBody')}>
      {topics.slice(0, 5).map((topic) => (
        <Link
          key={topic.id}
          to="/topics/$name"
          params={{ name: topic.name }}
          className="inline-flex min-h-9 items-center rounded-full bg-jade-soft px-4 text-small text-jade hover:opacity-85"
        >
          # {topic.name}
        </Link>
      ))}
    </EmptyState>
  );
}
