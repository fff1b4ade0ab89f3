import type { ProfileView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useDistance } from '../data/members.ts';
import { Button } from '../ui/Button.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

export function MutedNotice({ profile: { name, handle } }: { profile: ProfileView }) {
  const { t } = useTranslation('profile');
  const mute = useDistance('mute', handle);
  const onError = useProblemToast();
  return (
    <p className="mx-4 mb-3 flex items-center justify-between gap-3 rounded-(--radius-card) bg-sunken py-2 ps-4 pe-2 text-small text-soft wide:mx-12">
      {t('mutedNotice', { name })}
      <Button look="plain" size="small" isBusy={mute.isPending} onClick={() => mute.mutate(false, { onError })}>
        {t('menu.unmute')}
      </Button>
    </p>
  );
}
