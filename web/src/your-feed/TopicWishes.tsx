import type { FeedControlsView, Intensity } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetTopic } from '../data/feed-controls.ts';
import { topicLabel } from '../translation/topic-label.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { AddTopic } from './AddTopic.tsx';
import { IntensityChoice } from './IntensityChoice.tsx';

export type Topic = FeedControlsView['topics'][number]['topic'];

/** Topics of which I want more or less; one set back to "as usual" stays in reach until the screen is left. */
export function TopicWishes({ topics }: Pick<FeedControlsView, 'topics'>) {
  const onError = useProblemToast();
  const change = useSetTopic();
  const [touched, setTouched] = useState<readonly Topic[]>([]);
  const wished = new Set(topics.map(({ topic }) => topic.id));
  const rows = [
    ...topics,
    ...touched.filter(({ id }) => !wished.has(id)).map((topic) => ({ topic, intensity: 'usual' as const })),
  ];
  const set = (topic: Topic, intensity: Intensity) => {
    setTouched((before) => [...before.filter(({ id }) => id !== topic.id), topic]);
    change.mutate({ topicId: topic.id, intensity }, { onError });
  };
  return (
    <>
      {rows.length > 0 ? (
        <ul className="flex flex-col gap-3">
          {rows.map(({ topic, intensity }) => (
            <TopicRow key={topic.id} topic={topic} intensity={intensity} onSet={(next) => set(topic, next)} />
          ))}
        </ul>
      ) : null}
      <AddTopic without={new Set(rows.map(({ topic }) => topic.id))} onAdd={(topic) => set(topic, 'more')} />
    </>
  );
}

interface TopicRowProps {
  topic: Topic;
  intensity: Intensity;
  onSet: (intensity: Intensity) => void;
}

function TopicRow({ topic, intensity, onSet }: TopicRowProps) {
  const { t, i18n } = useTranslation('your-feed');
  const name = topicLabel(topic, i18n.language) ?? topic.name;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <span dir="auto" className="min-w-0 truncate font-medium">
        #{name}
      </span>
      <div className="w-full max-w-72">
        <IntensityChoice label={t('topics.howMuch', { topic: name })} chosen={intensity} onChoose={onSet} />
      </div>
    </li>
  );
}
