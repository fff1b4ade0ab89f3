import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountFrame } from '../account/AccountFrame.tsx';
import { useClaimOperator } from '../data/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

/** Somebody who has an account already follows the link with the one-time key. */
export function ClaimHouse({ token }: { token: string }) {
  const { t } = useTranslation('account');
  const claim = useClaimOperator();
  const navigate = useNavigate();
  const showToast = useToast();
  const problemText = useProblemText();
  const use = () =>
    claim.mutate(token, {
      onSuccess: () => {
        showToast(t('operator.done'));
        void navigate({ to: '/', replace: true });
      },
    });
  return (
    <AccountFrame title={t('operator.title')} body={t('operator.body')} scene="tall">
      {claim.isError ? (
        <p role="alert" className="text-accent-fill">
          {problemText(claim.error)}
        </p>
      ) : null}
      <Button look="primary" size="large" isBusy={claim.isPending} onClick={use}>
        {t('operator.claim')}
      </Button>
    </AccountFrame>
  );
}
