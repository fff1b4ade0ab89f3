import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PolicyDraft, useChangePolicy } from '../../data/traffic-operations.ts';
import { usePolicyWords } from '../../exposure/use-policy-words.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useProblemText } from '../../ui/use-problem-text.ts';
import type { FigureChange } from './policy-draft.ts';

interface PolicyConfirmProps {
  title: string;
  /** Version the draft was made from. */
  basedOn: number;
  draft: PolicyDraft;
  changes: readonly FigureChange[];
  onClose: () => void;
}

const leastReason = 3;
const mostReason = 500;

/** Shows what would change, asks why, and puts it in force. */
export function PolicyConfirm({ title, basedOn, draft, changes, onClose }: PolicyConfirmProps) {
  const { t } = useTranslation(['traffic', 'common']);
  const [why, setWhy] = useState('');
  const toast = useToast();
  const textOf = useProblemText();
  const change = useChangePolicy((version) => {
    toast(t('confirm.done', { version }));
    onClose();
  });
  const submit = () => change.mutate({ policy: draft, why: why.trim(), basedOn });
  return (
    <Sheet title={title} isOpen onClose={onClose} role="alertdialog" width={480}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-4"
      >
        <p className="text-soft">{t('confirm.body')}</p>
        <Changes changes={changes} />
        <TextField
          label={t('confirm.why')}
          hint={t('confirm.whyHint')}
          value={why}
          maxLength={mostReason}
          error={change.error ? textOf(change.error) : undefined}
          onChange={(event) => setWhy(event.target.value)}
        />
        <div className="flex flex-col gap-2.5 wide:flex-row-reverse">
          <Button
            type="submit"
            look="primary"
            isBusy={change.isPending}
            disabled={why.trim().length < leastReason}
            className="flex-1"
          >
            {t('confirm.action')}
          </Button>
          <Button look="outline" onClick={onClose} className="flex-1">
            {t('common:cancel')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function Changes({ changes }: Pick<PolicyConfirmProps, 'changes'>) {
  const words = usePolicyWords();
  return (
    <ul className="flex max-h-60 flex-col overflow-y-auto rounded-card bg-sunken px-4 py-1.5 text-small">
      {changes.map(({ group, key, from, to }) => (
        <li key={`${group}.${key}`} className="flex items-baseline justify-between gap-4 py-1.5">
          <span className="min-w-0">
            <span className="text-quiet">{words.title(group)} · </span>
            {words.figure(group, key)}
          </span>
          <span className="tabular shrink-0 font-medium">
            {words.value(group, key, from)} → {words.value(group, key, to)}
          </span>
        </li>
      ))}
    </ul>
  );
}
