import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ModerationAction, type Subject, useDecide } from '../data/moderation.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { TextArea } from '../ui/fields.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { actionsFor } from './decision-choices.ts';
import { RulePicker } from './RulePicker.tsx';

interface DecisionFormProps {
  subject: Subject;
  isOpen: boolean;
  onDone: () => void;
}

/** What happens, under which rule, and why: the author reads all three. */
export function DecisionForm({ subject, isOpen, onDone }: DecisionFormProps) {
  const { t } = useTranslation('moderation');
  const [action, setAction] = useState<ModerationAction>();
  const [rule, setRule] = useState<number>();
  const [explanation, setExplanation] = useState('');
  const decide = useDecide();
  const toast = useToast();
  const textOf = useProblemText();
  const isReady = action !== undefined && rule !== undefined && explanation.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    decide.mutate(
      { subject: { kind: subject.kind, id: subject.id }, action, rule, explanation },
      {
        onSuccess: () => {
          toast(t(action === 'dismiss' ? 'dismissedNow' : 'decided'));
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 border-t border-line pt-5">
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-2 font-semibold">{t('decide')}</legend>
        <div className="flex flex-wrap gap-2">
          {actionsFor(subject, isOpen).map((id) => (
            <Chip key={id} isOn={id === action} onClick={() => setAction(id)}>
              {t(`action.${id}`)}
            </Chip>
          ))}
        </div>
        {action ? <p className="text-small text-quiet">{t(`meaning.${action}`)}</p> : null}
      </fieldset>
      <RulePicker rule={rule} onPick={setRule} />
      <TextArea
        label={t('explanation')}
        hint={t(action === 'dismiss' ? 'explanationKept' : 'explanationHint')}
        kind="reason"
        value={explanation}
        onChange={(event) => setExplanation(event.target.value)}
      />
      {decide.error ? (
        <p role="alert" className="text-small text-accent-fill">
          {textOf(decide.error)}
        </p>
      ) : null}
      <Button type="submit" look="primary" disabled={!isReady} isBusy={decide.isPending} className="wide:self-start">
        {t('send')}
      </Button>
    </form>
  );
}
