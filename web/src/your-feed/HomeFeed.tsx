import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { useChangeWishes, type Wishes } from '../data/feed-controls.ts';
import { useProblemToast } from '../ui/use-problem-toast.ts';

const homes = ['discover', 'following', 'newest'] as const satisfies readonly Wishes['home'][];

/** Which of the three feeds opens first. */
export function HomeFeed({ home }: Pick<Wishes, 'home'>) {
  const { t } = useTranslation('your-feed');
  const change = useChangeWishes();
  const onError = useProblemToast();
  return (
    <>
      <SegmentedChoice
        label={t('home.title')}
        options={homes.map((id) => ({ id, label: t(`home.${id}.name`) }))}
        chosen={home}
        onChoose={(chosen) => change.mutate({ home: chosen }, { onError })}
      />
      <p className="text-small text-quiet">{t(`home.${home}.body`)}</p>
    </>
  );
}
