import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountFrame } from '../account/AccountFrame.tsx';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { useHouse } from '../data/house.ts';
import { useMe } from '../data/session.ts';
import { CodeForm } from './CodeForm.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { ResetForm } from './ResetForm.tsx';

type Way = 'password' | 'email' | 'phone';

/** The door. Whoever comes through is led back to where they came from. */
export function SignIn() {
  const { next } = useSearch({ from: '/sign-in' });
  const [isResetting, setResetting] = useState(false);
  if (useMe()) return <Navigate to={next ?? '/'} replace />;
  return isResetting ? (
    <Reset onBack={() => setResetting(false)} />
  ) : (
    <Door next={next} onForgot={() => setResetting(true)} />
  );
}

function Door({ next, onForgot }: { next: string | undefined; onForgot: () => void }) {
  const { t } = useTranslation('account');
  const [way, setWay] = useState<Way>('password');
  const methods = useHouse().data?.signUp.methods ?? ['password'];
  const ways = (['password', 'email', 'phone'] as const).filter((id) => methods.includes(id));
  return (
    <AccountFrame title={t('door.title')} body={t('door.body')}>
      <div className="flex flex-col gap-4">
        {ways.length > 1 ? (
          <SegmentedChoice<Way>
            label={t('door.ways')}
            options={ways.map((id) => ({ id, label: t(`door.way.${id}`) }))}
            chosen={way}
            onChoose={setWay}
          />
        ) : null}
        {way === 'password' ? <PasswordForm onForgot={onForgot} /> : <CodeForm key={way} by={way} />}
        <PasskeyButton />
        <p className="text-center text-small text-quiet">
          {t('door.new')}{' '}
          <Link
            to="/welcome"
            search={next ? { next } : {}}
            className="font-medium text-ink underline-offset-2 hover:underline"
          >
            {t('door.join')}
          </Link>
        </p>
      </div>
    </AccountFrame>
  );
}

function Reset({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('account');
  return (
    <AccountFrame title={t('reset.title')} body={t('reset.body')} onBack={onBack}>
      <ResetForm onDone={onBack} />
    </AccountFrame>
  );
}
