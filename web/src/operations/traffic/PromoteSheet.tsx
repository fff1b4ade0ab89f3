import type { NoteId } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../data/client.ts';
import { usePromote } from '../../data/traffic-operations.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useProblemText } from '../../ui/use-problem-text.ts';
import { noteIdIn } from './note-id-in.ts';

const mostImpressions = 1_000_000;
const mostDays = 90;

/** Gives a note paid impressions. */
export function PromoteSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('traffic');
  const [note, setNote] = useState('');
  const [payer, setPayer] = useState('');
  const [impressions, setImpressions] = useState(500);
  const [days, setDays] = useState(7);
  const [idempotencyKey] = useState(newIdempotencyKey);
  const promote = usePromote();
  const toast = useToast();
  const textOf = useProblemText();
  const noteId = noteIdIn(note);
  const submit = () => {
    if (!noteId) return;
    promote.mutate(
      { body: { noteId: noteId as NoteId, payer: payer.trim(), impressions, days }, idempotencyKey },
      {
        onSuccess: () => {
          toast(t('promotions.started'));
          onClose();
        },
      },
    );
  };
  return (
    <Sheet title={t('promotions.new')} isOpen onClose={onClose} width={440}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-3"
      >
        <TextField
          label={t('promotions.note')}
          hint={t('promotions.noteHint')}
          error={note !== '' && !noteId ? t('promotions.noteWrong') : undefined}
          value={note}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
        <TextField
          label={t('promotions.payer')}
          hint={t('promotions.payerHint')}
          value={payer}
          maxLength={100}
          onChange={(event) => setPayer(event.target.value)}
        />
        <div className="grid grid-cols-2 gap-3">
          <Amount
            label={t('promotions.impressions')}
            value={impressions}
            most={mostImpressions}
            onChange={setImpressions}
          />
          <Amount label={t('promotions.days')} value={days} most={mostDays} onChange={setDays} />
        </div>
        {promote.error ? (
          <p role="alert" className="text-small text-accent-fill">
            {textOf(promote.error)}
          </p>
        ) : null}
        <Button type="submit" look="primary" isBusy={promote.isPending} disabled={!noteId || payer.trim() === ''}>
          {t('promotions.create')}
        </Button>
      </form>
    </Sheet>
  );
}

interface AmountProps {
  label: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}

function Amount({ label, value, most, onChange }: AmountProps) {
  return (
    <TextField
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      max={most}
      value={value}
      onChange={(event) => onChange(Math.min(most, Math.max(1, Math.round(event.target.valueAsNumber) || 1)))}
    />
  );
}
