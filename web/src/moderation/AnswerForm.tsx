import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { useDecideAppeal } from '../data/moderation.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

/** The second look: the decision stands or is taken back, and why. */
export function AnswerForm({ appealId, onDone }: { appealId: string; onDone: () => void }) {
  const { t } = useTranslation('moderation');
  const [outcome, setOutcome] = useState<'upheld' | 'overturned'>('upheld');
  const [answer, setAnswer] = useState('');
  const decide = useDecideAppeal(appealId);
  const toast = useToast();
  const textOf = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate(
      { outcome, answer },
      {
        onSuccess: () => {
          toast(t('appeal.answered'));
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 border-t border-line pt-5">
      <SegmentedChoice
        label={t('appeal.outcome')}
        options={(['upheld', 'overturned'] as const).map((id) => ({ id, label: t(`appeal.${id}`) }))}
        chosen={outcome}
        onChoose={setOutcome}
      />
      <TextArea
        label={t('appeal.answer')}
        hint={t('explanationHint')}
        kind="reason"
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      {decide.error ? (
        <p role="alert" className="text-small text-accent-fill">
          {textOf(decide.error)}
        </p>
      ) : null}
      <Button
        type="submit"
        look="primary"
        disabled={answer.trim() === ''}
        isBusy={decide.isPending}
        className="wide:self-start"
      >
        {t('appeal.send')}
      </Button>
    </form>
  );
}
