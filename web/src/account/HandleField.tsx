import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/fields.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import type { HandleState } from './use-handle-state.ts';

interface HandleFieldProps {
  value: string;
  state: HandleState;
  onChange: (value: string) => void;
  /** What the house refused when the form was sent. */
  error?: string | undefined;
  hint?: string;
}

/** A handle, and whether it is free while it is being written. */
export function HandleField({ value, state, onChange, error, hint }: HandleFieldProps) {
  const { t } = useTranslation('account');
  const isRefused = state === 'taken' || state === 'reserved' || state === 'form';
  return (
    <TextField
      label={t('handle.label')}
      hint={
        <span role="status" className={state === 'free' ? 'text-jade' : undefined}>
          {state === 'free' ? t('handle.free', { handle: value.trim() }) : (hint ?? t('handle.hint'))}
        </span>
      }
      error={error ?? (isRefused ? t(`handle.${state}`) : undefined)}
      name="username"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      dir="auto"
      required
      maxLength={120}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      end={state === 'free' ? <CheckIcon size={20} className="me-2 text-jade" /> : undefined}
    />
  );
}
