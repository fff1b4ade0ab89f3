import { useTranslation } from 'react-i18next';
import { type ProfileChange, useUpdateMe } from '../data/accounts.ts';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

/** Saves at once and says so in passing; for settings without a form of their own. */
export function useSave() {
  const { t } = useTranslation('settings');
  const update = useUpdateMe();
  const showToast = useToast();
  const onError = useProblemToast();
  const save = (change: ProfileChange) => update.mutate(change, { onSuccess: () => showToast(t('saved')), onError });
  return { save, isSaving: update.isPending };
}
