import { countGraphemes, textLimits } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskToExplain } from '../data/translation-feedback.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import type { MemberWords } from './text-unit.ts';

const most = textLimits.glossTerm.graphemes;

/** What no machine understands, put before people who may. */
export function ExplainSheet({
  words: { address, source, language },
  onClose,
}: {
  words: MemberWords;
  onClose: () => void;
}) {
  const { t } = useTranslation('translation');
  const [words, setWords] = useState(() => beginning(source));
  const asking = useAskToExplain();
  const toast = useToast();
  const textOf = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      toast(t('explain.sent'));
      onClose();
    };
    asking.mutate({ words, of: address }, { onSuccess });
  };
  const isFitting = words.trim() !== '' && countGraphemes(words) <= most;
  return (
    <Sheet title={t('explain.title')} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-soft">{t('explain.body')}</p>
        <p
          {...languageProps(language)}
          className="max-h-40 overflow-y-auto rounded-xl bg-sunken px-3.5 py-2.5 whitespace-pre-wrap"
        >
          {source}
        </p>
        <TextField
          label={t('explain.label')}
          value={words}
          dir="auto"
          onChange={(event) => setWords(event.target.value)}
          error={asking.error ? textOf(asking.error) : undefined}
        />
        <Button type="submit" look="primary" size="large" disabled={!isFitting} isBusy={asking.isPending}>
          {t('explain.send')}
        </Button>
      </form>
    </Sheet>
  );
}

function beginning(text: string): string {
  const [line = ''] = text.trim().split('\n');
  const graphemes = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  return graphemes.slice(0, most).join('');
}
