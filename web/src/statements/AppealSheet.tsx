import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppeal } from '../data/moderation-statements.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';

export function AppealSheet({ decisionId, onClose }: { decisionId: string; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const [text, setText] = useState('');
  const appeal = useAppeal(decisionId);
  const showToast = useToast();
  const problemText = useProblemText();
  const fieldProblem = useFieldProblem();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      showToast(t('statements.appeal.sent'));
      onClose();
    };
    appeal.mutate(text, { onSuccess });
  };
  return (
    <Sheet title={t('statements.appeal.title')} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-3.5">
        <p className="text-soft">{t('statements.appeal.body')}</p>
        <TextArea
          label={t('statements.appeal.label')}
          kind="reason"
          dir="auto"
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={appeal.isError ? (fieldProblem(appeal.error, 'text') ?? problemText(appeal.error)) : undefined}
        />
        <Button type="submit" look="primary" size="large" disabled={text.trim() === ''} isBusy={appeal.isPending}>
          {t('statements.appeal.send')}
        </Button>
      </form>
    </Sheet>
  );
}
