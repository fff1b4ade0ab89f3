import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useResetFeed } from '../data/feed-controls.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmSheet } from '../ui/ConfirmSheet.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

export function ResetFeed() {
  const { t } = useTranslation('your-feed');
  const [isAsking, setAsking] = useState(false);
  const toast = useToast();
  const onError = useProblemToast();
  const reset = useResetFeed();
  const confirm = () =>
    reset.mutate(undefined, {
      onError,
      onSuccess: () => toast(t('reset.done')),
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <Button look="danger" className="self-start" onClick={() => setAsking(true)}>
        {t('reset.open')}
      </Button>
      {isAsking ? (
        <ConfirmSheet
          title={t('reset.sure')}
          body={t('reset.sureBody')}
          action={t('reset.confirm')}
          isBusy={reset.isPending}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
