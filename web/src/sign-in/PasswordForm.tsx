import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/PasswordField.tsx';
import { useSignIn } from '../data/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

export function PasswordForm({ onForgot }: { onForgot: () => void }) {
  const { t } = useTranslation('account');
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const problemText = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ by: 'password', identifier: identifier.trim(), password });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3.5">
      <TextField
        label={t('door.identifier')}
        name="username"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        dir="auto"
        required
        maxLength={254}
        value={identifier}
        onChange={(event) => setIdentifier(event.target.value)}
      />
      <PasswordField
        purpose="current-password"
        value={password}
        onChange={setPassword}
        error={signIn.isError ? problemText(signIn.error) : undefined}
      />
      <Button type="submit" look="primary" size="large" isBusy={signIn.isPending}>
        {t('door.submit')}
      </Button>
      <button type="button" className="min-h-9 text-small text-quiet hover:text-ink" onClick={onForgot}>
        {t('door.forgot')}
      </button>
    </form>
  );
}
