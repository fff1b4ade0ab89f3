import { topicsPerNote } from '@teahouse/contract';
import { findTopicNameProblem, topicKey } from '@teahouse/engine';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../ui/icons.tsx';
import { CompletionList, optionId } from './CompletionList.tsx';
import { useCompletion } from './use-completion.ts';

interface TopicFieldProps {
  topics: readonly string[];
  onChange: (topics: string[]) => void;
}

/** Topics beside the text, as chips: chosen from what others use, or new. */
export function TopicField({ topics, onChange }: TopicFieldProps) {
  const { t } = useTranslation('compose');
  const listId = useId();
  const [written, setWritten] = useState('');
  const [isFocused, setFocused] = useState(false);
  const [active, setActive] = useState(-1);
  const isFull = topics.length >= topicsPerNote;
  const found = useCompletion(isFocused && !isFull ? { kind: 'topic', start: 0, query: written.trim() } : undefined);
  const chosen = new Set(topics.map(topicKey));
  const options = found.filter((option) => !chosen.has(topicKey(option.name)));
  const isOpen = isFocused && options.length > 0;
  const add = (name: string) => {
    const clean = name.replace(/^[#＃\s]+/u, '').trim();
    setWritten('');
    setActive(-1);
    if (findTopicNameProblem(clean) === undefined && !chosen.has(topicKey(clean))) onChange([...topics, clean]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const highlighted = options[active];
    if (isOpen && step !== 0) setActive((before) => Math.max(-1, Math.min(options.length - 1, before + step)));
    else if (event.key === 'Enter' && highlighted) add(highlighted.name);
    else if (['Enter', ',', '，', '#'].includes(event.key) && written.trim() !== '') add(written);
    else if (event.key === 'Enter' || (event.key === '#' && written === '')) setActive(-1);
    else if (event.key === 'Backspace' && written === '') return onChange(topics.slice(0, -1));
    else if (event.key === 'Escape' && isOpen) setFocused(false);
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative border-t border-line py-3">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field below is inside */}
      <label className="flex min-h-9 flex-wrap items-center gap-2">
        <span className="sr-only">{t('topics.label')}</span>
        {topics.map((topic) => (
          <TopicChip key={topic} topic={topic} onRemove={() => onChange(topics.filter((other) => other !== topic))} />
        ))}
        {isFull ? null : (
          <input
            value={written}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && active >= 0 ? optionId(listId, active) : undefined}
            placeholder={topics.length === 0 ? t('topics.placeholder') : t('topics.another')}
            onChange={(event) => {
              setFocused(true);
              setWritten(event.target.value);
            }}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              if (written.trim() !== '') add(written);
            }}
            onKeyDown={onKeyDown}
            className="min-h-9 min-w-36 flex-1 bg-transparent outline-none"
          />
        )}
      </label>
      {isOpen ? (
        <CompletionList
          id={listId}
          label={t('topics.label')}
          options={options}
          active={active}
          onChoose={(option) => add(option.name)}
          style={{ width: 'min(100%, 20rem)', top: '100%' }}
        />
      ) : null}
    </div>
  );
}

function TopicChip({ topic, onRemove }: { topic: string; onRemove: () => void }) {
  const { t } = useTranslation('compose');
  return (
    <span className="inline-flex min-h-8 items-center rounded-full bg-jade-soft ps-3 text-small text-jade">
      <span dir="auto"># {topic}</span>
      <button
        type="button"
        aria-label={t('topics.remove', { topic })}
        onClick={onRemove}
        className="grid size-8 place-items-center rounded-full"
      >
        <CloseIcon size={14} strokeWidth={2} />
      </button>
    </span>
  );
}
