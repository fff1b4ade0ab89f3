import { Problem } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../account/use-debounced.ts';
import { useProposeTopicLink } from '../data/topic-links.ts';
import { useTopicCompletion } from '../data/topics.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

const mostSuggested = 6;

/** Another spelling of the same topic, for a moderator to join. */
export function LinkSheet({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation('topic');
  const [other, setOther] = useState('');
  const proposing = useProposeTopicLink(name);
  const toast = useToast();
  const problemOf = useLinkProblem();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    proposing.mutate(withoutSign(other), {
      onSuccess: ({ state }) => {
        toast(t(`link.${state}`));
        onClose();
      },
    });
  };
  return (
    <Sheet title={t('link.title')} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-soft">{t('link.body', { name })}</p>
        <div className="flex flex-col gap-2">
          <TextField
            label={t('link.label')}
            dir="auto"
            autoFocus
            autoCapitalize="none"
            autoComplete="off"
            value={other}
            error={proposing.error ? problemOf(proposing.error, withoutSign(other)) : undefined}
            onChange={(event) => {
              proposing.reset();
              setOther(event.target.value);
            }}
          />
          <Suggestions name={name} prefix={withoutSign(other)} onChoose={setOther} />
        </div>
        <Button
          type="submit"
          look="jade"
          size="large"
          disabled={withoutSign(other) === ''}
          isBusy={proposing.isPending}
        >
          {t('link.send')}
        </Button>
      </form>
    </Sheet>
  );
}

interface SuggestionsProps {
  name: string;
  prefix: string;
  onChoose: (name: string) => void;
}

function Suggestions({ name, prefix, onChoose }: SuggestionsProps) {
  const { t } = useTranslation('topic');
  const rested = useDebounced(prefix, 150);
  const found = useTopicCompletion(rested, rested !== '').data ?? [];
  const others = rested === '' ? [] : found.filter((topic) => topic.name !== name && topic.name !== prefix);
  if (others.length === 0) return null;
  return (
    <ul aria-label={t('link.label')} className="flex flex-wrap gap-2">
      {others.slice(0, mostSuggested).map((topic) => (
        <li key={topic.id}>
          <button
            type="button"
            onClick={() => onChoose(topic.name)}
            className="pressable min-h-9 rounded-full bg-jade-soft px-3.5 text-small text-jade hover:opacity-85"
          >
            <bdi>#{topic.name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}

function useLinkProblem(): (error: unknown, other: string) => string {
  const { t } = useTranslation('topic');
  const textOf = useProblemText();
  return (error, other) => {
    const code = error instanceof Problem ? error.code : undefined;
    if (code === 'not-found') return t('link.unknown', { other });
    return code === 'conflict' ? t('link.same') : textOf(error);
  };
}

function withoutSign(text: string): string {
  return text.trim().replace(/^[#＃]\s*/, '');
}
