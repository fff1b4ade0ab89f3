import type { Me } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useClearSearchHistory } from '../data/accounts.ts';
import { useHouse } from '../data/house.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { HiddenMembers } from './HiddenMembers.tsx';
import { SwitchRow } from './SwitchRow.tsx';
import { useSave } from './use-save.ts';

export function PrivacySection({ me }: { me: Me }) {
  const { t } = useTranslation('settings');
  const house = useHouse().data;
  const { save, isSaving } = useSave();
  const clear = useClearSearchHistory();
  const showToast = useToast();
  const onError = useProblemToast();
  const hasBadges = house?.showsCountryBadges !== false;
  return (
    <div>
      <SwitchRow
        label={t('privacy.country')}
        body={t(hasBadges ? 'privacy.countryBody' : 'privacy.countryOff')}
        isOn={hasBadges && me.showsCountryBadge}
        isDisabled={!hasBadges || isSaving}
        onChange={(showsCountryBadge) => save({ showsCountryBadge })}
      />
      <SwitchRow
        label={t('privacy.history')}
        body={t('privacy.historyBody')}
        isOn={me.keepsSearchHistory}
        isDisabled={isSaving}
        onChange={(keepsSearchHistory) => save({ keepsSearchHistory })}
      />
      <div className="border-b border-line py-5">
        <Button
          isBusy={clear.isPending}
          onClick={() => clear.mutate(undefined, { onSuccess: () => showToast(t('privacy.cleared')), onError })}
        >
          {t('privacy.clearHistory')}
        </Button>
      </div>
      <HiddenMembers />
    </div>
  );
}
