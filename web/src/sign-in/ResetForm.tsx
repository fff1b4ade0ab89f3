import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '../account/CodeField.tsx';
import { PasswordField } from '../account/PasswordField.tsx';
import { useResetPassword } from '../data/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';

/** A forgotten password: a code proves the address, then a new one is set. */
export function ResetForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('account');
  const [written, setWritten] = useState('');
  const [code, setCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const reset = useResetPassword();
  const showToast = useToast();
  const problemText = useProblemText();
  const fieldProblem = useFieldProblem();
  const address = written.includes('@') ? written.trim() : written.replace(/[^\d+]/g, '');
  const passwordProblem = fieldProblem(reset.error, 'newPassword');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate(
      { address, code, newPassword },
      {
        onSuccess: () => {
          showToast(t('reset.done'));
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3.5">
      <TextField
        label={t('reset.address')}
        name="address"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
        maxLength={254}
        placeholder={t('email.placeholder')}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      <CodeField
        address={address}
        purpose="reset-password"
        value={code}
        onChange={setCode}
        error={reset.isError && !passwordProblem ? problemText(reset.error) : undefined}
      />
      <PasswordField purpose="new-password" value={newPassword} onChange={setNewPassword} error={passwordProblem} />
      <Button type="submit" look="primary" size="large" isBusy={reset.isPending}>
        {t('reset.submit')}
      </Button>
      <Button look="plain" onClick={onDone}>
        {t('reset.back')}
      </Button>
      <p className="text-center text-small text-quiet">{t('reset.none')}</p>
    </form>
  );
}
