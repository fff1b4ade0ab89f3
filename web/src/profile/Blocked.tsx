import type { ProfileView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useDistance } from '../data/members.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

export function Blocked({ profile: { name, handle } }: { profile: ProfileView }) {
  const { t } = useTranslation('profile');
  const block = useDistance('block', handle);
  const onError = useProblemToast();
  return (
    <EmptyState scene="chairs" title={t('blockedState.title', { name })} body={t('blockedState.body')}>
      <Button isBusy={block.isPending} onClick={() => block.mutate(false, { onError })}>
        {t('blockedState.action')}
      </Button>
    </EmptyState>
  );
}
