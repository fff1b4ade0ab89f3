import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/i18n.ts';
import { useRequestCode } from '../data/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';

interface CodeFieldProps {
  address: string;
  purpose: 'sign-up' | 'sign-in' | 'reset-password';
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

const pauseSeconds = 60;

/** Six digits, and the button that sends them. */
export function CodeField({ address, purpose, value, onChange, error }: CodeFieldProps) {
  const { t } = useTranslation('account');
  const request = useRequestCode();
  const problemText = useProblemText();
  const fieldProblem = useFieldProblem();
  const [sentTo, setSentTo] = useState<string>();
  const [secondsLeft, startPause] = useCountdown();
  const send = () =>
    request.mutate(
      { address, purpose, language: currentLanguage() },
      {
        onSuccess: () => {
          setSentTo(address);
          startPause(pauseSeconds);
        },
      },
    );
  const isWaiting = secondsLeft > 0 && sentTo === address;
  const refusal = request.error ? (fieldProblem(request.error, 'address') ?? problemText(request.error)) : undefined;
  return (
    <TextField
      label={t('code.label')}
      hint={<span role="status">{sentTo === address && sentTo ? t('code.sent', { address }) : null}</span>}
      error={refusal ?? error}
      name="one-time-code"
      autoComplete="one-time-code"
      inputMode="numeric"
      pattern="[0-9]{6}"
      maxLength={6}
      required
      dir="ltr"
      className="tabular pe-40 tracking-[0.3em]"
      value={value}
      onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
      end={
        <Button
          look="jade"
          size="small"
          className="me-0.5"
          disabled={address === '' || isWaiting}
          isBusy={request.isPending}
          onClick={send}
        >
          {isWaiting ? t('code.wait', { count: secondsLeft }) : t(sentTo ? 'code.resend' : 'code.send')}
        </Button>
      }
    />
  );
}

function useCountdown(): [secondsLeft: number, start: (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}
