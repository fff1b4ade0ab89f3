import { useTranslation } from 'react-i18next';
import { type Wishes as MyWishes, useChangeWishes } from '../data/feed-controls.ts';
import { SwitchRow } from '../settings/SwitchRow.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { IntensityChoice } from './IntensityChoice.tsx';

const sliding = ['newcomers', 'exploration'] as const;

/** Newcomers, the unknown, and whether a feed is personal at all. */
export function Wishes({ wishes }: { wishes: MyWishes }) {
  const { t } = useTranslation('your-feed');
  const onError = useProblemToast();
  const change = useChangeWishes();
  const save = (wish: Partial<MyWishes>) => change.mutate(wish, { onError });
  return (
    <div className="flex flex-col">
      {sliding.map((wish) => (
        <div key={wish} className="flex flex-col gap-3 border-b border-line pb-4 not-first:pt-4">
          <div>
            <p>{t(`wishes.${wish}.title`)}</p>
            <p className="text-small text-quiet">{t(`wishes.${wish}.body`)}</p>
          </div>
          <IntensityChoice
            label={t(`wishes.${wish}.title`)}
            chosen={wishes[wish]}
            onChoose={(intensity) => save({ [wish]: intensity })}
          />
        </div>
      ))}
      <div className="pt-4 *:border-0 *:pb-0">
        <SwitchRow
          label={t('wishes.personal.title')}
          body={t('wishes.personal.body')}
          isOn={wishes.isPersonal}
          onChange={(isPersonal) => save({ isPersonal })}
        />
      </div>
    </div>
  );
}
