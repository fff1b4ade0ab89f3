import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Me, Problem } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../account/PasswordField.tsx';
import { useDeleteAccount } from '../data/accounts.ts';
import { adoptSession } from '../data/session.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

const kept = ['row', 'handle', 'decisions', 'counts'] as const;

/** Says what goes, what stays and why before anything happens; then asks for proof. */
export function DeleteAccountSheet({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const [handle, setHandle] = useState('');
  const [password, setPassword] = useState('');
  const remove = useDeleteAccount();
  const problemText = useProblemText();
  const leave = useLeave();
  const isWrong = remove.error instanceof Problem && remove.error.code === 'wrong-credentials';
  const isSame = handle.trim().toLowerCase() === me.handle.toLowerCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ handle: handle.trim(), ...(me.hasPassword ? { password } : {}) }, { onSuccess: leave });
  };
  return (
    <Sheet title={t('data.deleteTitle')} isOpen onClose={onClose} role="alertdialog" width={480}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-soft">
          {t('data.deleteBody')} <strong className="font-semibold text-ink">{t('data.deleteWarning')}</strong>
        </p>
        <WhatStays />
        <TextField
          label={t('data.typeHandle', { handle: me.handle })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="auto"
          required
          value={handle}
          onChange={(event) => setHandle(event.target.value)}
        />
        {me.hasPassword ? (
          <PasswordField
            purpose="current-password"
            value={password}
            onChange={setPassword}
            error={isWrong ? problemText(remove.error) : undefined}
          />
        ) : null}
        {remove.isError && !isWrong ? (
          <p role="alert" className="text-small text-accent-fill">
            {problemText(remove.error)}
          </p>
        ) : null}
        <div className="flex flex-col gap-2.5 wide:flex-row-reverse">
          <Button type="submit" look="primary" className="flex-1" disabled={!isSame} isBusy={remove.isPending}>
            {t('data.deleteConfirm')}
          </Button>
          <Button className="flex-1" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function WhatStays() {
  const { t } = useTranslation('settings');
  return (
    <section className="rounded-(--radius-card) bg-sunken px-4 py-3.5">
      <h3 className="pb-2 text-small font-semibold">{t('data.keptIntro')}</h3>
      <dl className="flex flex-col gap-2 text-small">
        {kept.map((item) => (
          <div key={item}>
            <dt className="font-medium text-soft">{t(`data.kept.${item}.what`)}</dt>
            <dd className="text-quiet">{t(`data.kept.${item}.why`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useLeave(): () => void {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  return () => {
    showToast(t('data.deleted'));
    adoptSession(client, null);
    void navigate({ to: '/' });
  };
}
