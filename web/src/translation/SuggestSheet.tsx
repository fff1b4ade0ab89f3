import { Problem } from '@teahouse/contract';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { newIdempotencyKey } from '../data/client.ts';
import { targetOf, useSuggestTranslation } from '../data/translation-feedback.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import type { ReadUnit } from './use-text-unit.ts';

type Part = 'text' | 'title';

/** A better translation, with the original and the present one in sight. */
export function SuggestSheet({ read, onClose }: { read: ReadUnit; onClose: () => void }) {
  const { t } = useTranslation('translation');
  const parts = (['text', 'title'] as const).filter((part) => read.unit[part] && read[part]?.text !== undefined);
  const [part, setPart] = useState<Part>(parts[0] ?? 'text');
  const [drafts, setDrafts] = useState<Partial<Record<Part, string>>>({});
  const key = useRef(newIdempotencyKey());
  const suggestion = useSuggestTranslation();
  const toast = useToast();
  const textOf = useProblemText();
  const refusal = refusalOf(suggestion.error);
  const words = read.unit[part];
  const view = read[part];
  const draft = drafts[part] ?? view?.text ?? '';
  const isNew = draft.trim() !== '' && draft.trim() !== view?.text?.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!view || !isNew) return;
    const onSuccess = () => {
      toast(t('suggest.sent'));
      onClose();
    };
    suggestion.mutate({ view: targetOf(view), text: draft, idempotencyKey: key.current }, { onSuccess });
  };
  const send = (
    <Button
      type="submit"
      form="suggest"
      look="primary"
      size="large"
      className="w-full"
      disabled={!isNew}
      isBusy={suggestion.isPending}
    >
      {t('suggest.send')}
    </Button>
  );
  return (
    <Sheet title={t('suggest.title')} isOpen onClose={onClose} footer={send} width={520}>
      <form id="suggest" onSubmit={submit} className="flex flex-col gap-4">
        {parts.length > 1 ? (
          <SegmentedChoice
            label={t('suggest.part')}
            options={parts.map((id) => ({ id, label: t(`suggest.${id}Part`) }))}
            chosen={part}
            onChoose={(next) => {
              setPart(next);
              key.current = newIdempotencyKey();
            }}
          />
        ) : null}
        {words ? <Quoted label={t('suggest.source')} text={words.source} language={words.language} /> : null}
        {view?.text === undefined ? null : <Quoted label={t('suggest.current')} text={view.text} language={view.to} />}
        <TextArea
          label={t('suggest.label')}
          kind={part === 'title' ? 'title' : 'noteText'}
          rows={4}
          value={draft}
          {...languageProps(read.to)}
          onChange={(event) => setDrafts({ ...drafts, [part]: event.target.value })}
          error={refusal ? t(`suggest.refused.${refusal}`) : suggestion.error ? textOf(suggestion.error) : undefined}
        />
      </form>
    </Sheet>
  );
}

const refusals = ['too-long', 'spans', 'held-words'] as const;

/** Why these words cannot stand for the original. */
function refusalOf(error: unknown): (typeof refusals)[number] | undefined {
  const field = error instanceof Problem ? error.fields?.find(({ pointer }) => pointer === '/body/text') : undefined;
  return refusals.find((known) => known === field?.message);
}

function Quoted({ label, text, language }: { label: string; text: string; language: string }) {
  return (
    <div className="rounded-xl bg-sunken px-3.5 py-2.5">
      <p className="text-small text-quiet">{label}</p>
      <p {...languageProps(language)} className="max-h-40 overflow-y-auto whitespace-pre-wrap">
        {text}
      </p>
    </div>
  );
}
