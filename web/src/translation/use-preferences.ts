import type { TranslationPreferences } from '@teahouse/contract';
import { useUpdateMe } from '../data/accounts.ts';
import { useMe } from '../data/session.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { useReader } from './use-reader.ts';
import { changeVisitorReading } from './visitor-reading.ts';

/** How foreign texts are met: with the account for members, in the browser for visitors. */
export function usePreferences() {
  const { preferences } = useReader();
  const me = useMe();
  const update = useUpdateMe();
  const onError = useProblemToast();
  const save = (next: TranslationPreferences, onSuccess?: () => void) => {
    if (me) return update.mutate({ translation: next }, { onError, ...(onSuccess ? { onSuccess } : {}) });
    changeVisitorReading({ preferences: next });
    onSuccess?.();
  };
  return { preferences, save, isSaving: update.isPending };
}
