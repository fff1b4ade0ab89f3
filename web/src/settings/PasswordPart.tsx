import { type Me, Problem } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/PasswordField.tsx';
import { useChangePassword } from '../data/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';
import { Part } from './Part.tsx';

export function PasswordPart({ me }: { me: Me }) {
  const { t } = useTranslation('settings');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useChangePassword();
  const showToast = useToast();
  const problemText = useProblemText();
  const fieldProblem = useFieldProblem();
  const isWrong = change.error instanceof Problem && change.error.code === 'wrong-credentials';
  const nextProblem = fieldProblem(change.error, 'newPassword');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const onSuccess = () => {
      showToast(t('security.changed'));
      setCurrent('');
      setNext('');
    };
    change.mutate({ newPassword: next, ...(me.hasPassword ? { currentPassword: current } : {}) }, { onSuccess });
  };
  return (
    <Part title={t('security.password')} body={t(me.hasPassword ? 'security.passwordBody' : 'security.noPassword')}>
      <form onSubmit={submit} className="flex flex-col gap-2">
        {/* Password managers file the new password under this name. */}
        <input type="text" name="username" autoComplete="username" value={me.handle} readOnly hidden />
        {me.hasPassword ? (
          <PasswordField
            purpose="current-password"
            label={t('security.current')}
            value={current}
            onChange={setCurrent}
            error={isWrong ? problemText(change.error) : undefined}
          />
        ) : null}
        <PasswordField
          purpose="new-password"
          value={next}
          onChange={setNext}
          error={nextProblem ?? (change.isError && !isWrong ? problemText(change.error) : undefined)}
        />
        <Button type="submit" className="self-start" disabled={next === ''} isBusy={change.isPending}>
          {t(me.hasPassword ? 'security.change' : 'security.set')}
        </Button>
      </form>
    </Part>
  );
}
