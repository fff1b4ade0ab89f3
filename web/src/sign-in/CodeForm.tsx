import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '../account/CodeField.tsx';
import { PhoneField } from '../account/PhoneField.tsx';
import { useSignIn } from '../data/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

/** Signing in with six digits sent to an address. */
export function CodeForm({ by }: { by: 'email' | 'phone' }) {
  const { t } = useTranslation('account');
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const signIn = useSignIn();
  const problemText = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ by: 'code', address, code });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3.5">
      {by === 'email' ? (
        <TextField
          label={t('email.label')}
          type="email"
          name="email"
          autoComplete="email"
          placeholder={t('email.placeholder')}
          required
          maxLength={254}
          dir="ltr"
          value={address}
          onChange={(event) => setAddress(event.target.value.trim())}
        />
      ) : (
        <PhoneField onChange={setAddress} />
      )}
      <CodeField
        address={address}
        purpose="sign-in"
        value={code}
        onChange={setCode}
        error={signIn.isError ? problemText(signIn.error) : undefined}
      />
      <Button type="submit" look="primary" size="large" isBusy={signIn.isPending}>
        {t('door.submit')}
      </Button>
    </form>
  );
}
