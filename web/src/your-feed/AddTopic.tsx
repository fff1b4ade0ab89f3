import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../account/use-debounced.ts';
import { useTopicCompletion } from '../data/topics.ts';
import { topicLabel } from '../translation/topic-label.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { PlusIcon } from '../ui/icons.tsx';
import type { Topic } from './TopicWishes.tsx';

const mostOffered = 8;

/** A search for one more topic; before anything is written, what people look at today. */
export function AddTopic({ without, onAdd }: { without: ReadonlySet<string>; onAdd: (topic: Topic) => void }) {
  const { t, i18n } = useTranslation('your-feed');
  const [written, setWritten] = useState('');
  const prefix = useDebounced(written.replace(/^[#＃\s]+/u, '').trim());
  const found = useTopicCompletion(prefix);
  const offered = (found.data ?? []).filter(({ id }) => !without.has(id)).slice(0, mostOffered);
  const isNothing = prefix !== '' && found.isSuccess && !found.isPlaceholderData && offered.length === 0;
  const add = (topic: Topic) => {
    setWritten('');
    onAdd(topic);
  };
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={t('topics.add')}
        type="search"
        dir="auto"
        maxLength={60}
        placeholder={t('topics.placeholder')}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
        hint={isNothing ? t('topics.nothing') : undefined}
      />
      <ul aria-label={t('topics.offered')} className="flex min-h-9 flex-wrap gap-2">
        {offered.map((topic) => (
          <li key={topic.id}>
            <Button size="small" onClick={() => add(topic)}>
              <PlusIcon size={15} />
              <span dir="auto">{topicLabel(topic, i18n.language) ?? topic.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
