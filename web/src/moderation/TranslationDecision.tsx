import { Problem, type TranslationReviewView } from '@teahouse/contract';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReviewDecision, useDecideTranslation } from '../data/translation-review.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { decisionOfKey } from './translation-keys.ts';

interface TranslationDecisionProps {
  review: TranslationReviewView;
  onDone: () => void;
  /** What is decided about; the keys work in it, too. */
  children: ReactNode;
}

/** Release, withhold, or say it better. */
export function TranslationDecision({ review, onDone, children }: TranslationDecisionProps) {
  const { t } = useTranslation('moderation');
  const [isCorrecting, setCorrecting] = useState(false);
  const toast = useToast();
  const textOf = useProblemText();
  const deciding = useDecideTranslation(review.id, (decision) => {
    toast(t(`translation.done.${decision}`));
    onDone();
  });
  const decide = (body: ReviewDecision) => !deciding.isPending && deciding.mutate(body);
  const choose = (decision: ReviewDecision['decision']) =>
    decision === 'correct' ? setCorrecting(true) : decide({ decision });
  const onKeyDown = (event: KeyboardEvent) => {
    const decision = decisionOfKey({ ...pressed(event), isWriting: isCorrecting });
    if (!decision) return;
    event.preventDefault();
    choose(decision);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: every key has a button
    <div onKeyDown={onKeyDown} className="flex flex-col gap-4">
      {children}
      <section className="flex flex-col gap-3 border-t border-line pt-5">
        <h3 className="font-semibold">{t('translation.decide')}</h3>
        {isCorrecting ? (
          <Correction
            review={review}
            isBusy={deciding.isPending}
            onCancel={() => setCorrecting(false)}
            onSave={(text) => decide({ decision: 'correct', text })}
          />
        ) : (
          <Choices isBusy={deciding.isPending} onChoose={choose} />
        )}
        {deciding.error ? (
          <p role="alert" className="text-small text-accent-fill">
            {isOvertaken(deciding.error) ? t('translation.overtaken') : textOf(deciding.error)}
          </p>
        ) : null}
      </section>
    </div>
  );
}

/** Decided by somebody else, or about a text that reads differently by now. */
function isOvertaken(error: Error): boolean {
  return error instanceof Problem && error.code === 'conflict';
}

function pressed({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey };
}

const choices = ['release', 'withhold', 'correct'] as const;

function Choices({ isBusy, onChoose }: { isBusy: boolean; onChoose: (decision: (typeof choices)[number]) => void }) {
  const { t } = useTranslation('moderation');
  return (
    <>
      <dl className="grid gap-x-4 gap-y-2.5 wide:grid-cols-[auto_1fr] wide:items-center">
        {choices.map((decision) => (
          <div key={decision} className="flex flex-col gap-1 wide:contents">
            <dt>
              <Button
                look={decision === 'release' ? 'jade' : 'outline'}
                disabled={isBusy}
                aria-keyshortcuts={decision[0]?.toUpperCase()}
                onClick={() => onChoose(decision)}
                className="w-full"
              >
                {t(`translation.${decision}`)}
              </Button>
            </dt>
            <dd className="text-small text-quiet">{t(`translation.meaning.${decision}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="hidden text-small text-quiet wide:block">{t('translation.keys')}</p>
    </>
  );
}

interface CorrectionProps {
  review: TranslationReviewView;
  isBusy: boolean;
  onCancel: () => void;
  onSave: (text: string) => void;
}

function Correction({ review, isBusy, onCancel, onSave }: CorrectionProps) {
  const { t } = useTranslation('moderation');
  const [text, setText] = useState(review.output);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(text);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextArea
        {...languageProps(review.to)}
        label={t('translation.yours')}
        kind="noteText"
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex gap-2">
        <Button type="submit" look="jade" disabled={text.trim() === '' || text === review.output} isBusy={isBusy}>
          {t('translation.save')}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('translation.cancel')}
        </Button>
      </div>
    </form>
  );
}
