import { type Interest, interests, type Me } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InterestTiles } from '../account/InterestTiles.tsx';
import { Button } from '../ui/Button.tsx';
import { useSave } from './use-save.ts';

export function InterestsSection({ me }: { me: Me }) {
  const { t } = useTranslation(['settings', 'common']);
  const [chosen, setChosen] = useState<Interest[]>(() =>
    me.interests.flatMap((known) => interests.find((interest) => interest === known) ?? []),
  );
  const { save, isSaving } = useSave();
  const isChanged = chosen.join() !== me.interests.join();
  return (
    <div className="flex flex-col items-start gap-5">
      <p className="text-soft">{t('interests.body')}</p>
      <div className="w-full">
        <InterestTiles label={t('section.interests.title')} chosen={chosen} onChange={setChosen} />
      </div>
      <Button look="primary" disabled={!isChanged} isBusy={isSaving} onClick={() => save({ interests: chosen })}>
        {t('common:save')}
      </Button>
    </div>
  );
}
