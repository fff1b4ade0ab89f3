import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '../account/CodeField.tsx';
import { HandleField } from '../account/HandleField.tsx';
import { PasswordField } from '../account/PasswordField.tsx';
import { PhoneField } from '../account/PhoneField.tsx';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { useHandleState } from '../account/use-handle-state.ts';
import { useHouse } from '../data/house.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';
import { type Draft, fieldOf, type Method } from './new-account.ts';

interface SeatStepProps {
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  /** What the house refused at the end, shown at its field. */
  refusal: unknown;
  next: string | undefined;
  onDone: () => void;
}

/** How to sign in, and the name to sit under. */
export function SeatStep({ draft, change, refusal, next, onDone }: SeatStepProps) {
  const { t } = useTranslation('account');
  const house = useHouse().data;
  const handleState = useHandleState(draft.handle);
  const errorOf = useRefusal(refusal);
  const methods = (['password', 'email', 'phone'] as const).filter((method) => house?.signUp.methods.includes(method));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // An answer still on its way must not hold anyone up: what is taken is refused at the end, and leads back here.
    if (handleState === 'free' || handleState === 'none' || handleState === 'checking') onDone();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3.5">
      {methods.length > 1 ? (
        <SegmentedChoice<Method>
          label={t('seat.methods')}
          options={methods.map((id) => ({ id, label: t(`seat.method.${id}`) }))}
          chosen={draft.method}
          onChoose={(method) => change({ method, address: '', code: '' })}
        />
      ) : null}
      <HandleField
        value={draft.handle}
        state={handleState}
        onChange={(handle) => change({ handle })}
        error={errorOf('handle') ?? errorOf('name')}
      />
      <Proof draft={draft} change={change} errorOf={errorOf} />
      <Button type="submit" look="primary" size="large">
        {t('next')}
      </Button>
      <p className="text-center text-small text-quiet">
        {t('seat.haveAccount')}{' '}
        <Link
          to="/sign-in"
          search={next ? { next } : {}}
          className="font-medium text-ink underline-offset-2 hover:underline"
        >
          {t('signIn')}
        </Link>
      </p>
    </form>
  );
}

type ErrorOf = (field: string) => string | undefined;

function Proof({ draft, change, errorOf }: Pick<SeatStepProps, 'draft' | 'change'> & { errorOf: ErrorOf }) {
  const { t } = useTranslation('account');
  if (draft.method === 'password') {
    return (
      <PasswordField
        purpose="new-password"
        label={t('password.label')}
        value={draft.password}
        onChange={(password) => change({ password })}
        error={errorOf('password')}
      />
    );
  }
  return (
    <>
      {draft.method === 'email' ? (
        <TextField
          label={t('email.label')}
          type="email"
          name="email"
          autoComplete="email"
          placeholder={t('email.placeholder')}
          required
          maxLength={254}
          dir="ltr"
          value={draft.address}
          onChange={(event) => change({ address: event.target.value.trim() })}
          error={errorOf('address')}
        />
      ) : (
        <PhoneField onChange={(address) => change({ address })} error={errorOf('address')} />
      )}
      <CodeField
        address={draft.address}
        purpose="sign-up"
        value={draft.code}
        onChange={(code) => change({ code })}
        error={errorOf('code')}
      />
    </>
  );
}

function useRefusal(refusal: unknown): ErrorOf {
  const fieldProblem = useFieldProblem();
  const problemText = useProblemText();
  return (field) => fieldProblem(refusal, field) ?? (fieldOf(refusal) === field ? problemText(refusal) : undefined);
}
