import { useTranslation } from 'react-i18next';
import { BarTable } from '../../exposure/BarTable.tsx';
import type english from '../../locales/en/traffic.json';

type Constraint = keyof (typeof english)['constraint'];

const known: readonly Constraint[] = [
  'topic-run',
  'topic-share',
  'author-gap',
  'author-share',
  'newcomer-share',
  'foreign-share',
  'near-duplicate',
];

/** Which wishes pages could not keep for lack of other notes, and how often. */
export function Relaxations({ counts }: { counts: Readonly<Record<string, number>> }) {
  const { t } = useTranslation('traffic');
  const labelOf = (name: string) => {
    const constraint = known.find((each) => each === name);
    return constraint ? t(`constraint.${constraint}`) : name;
  };
  const bars = Object.entries(counts)
    .map(([key, value]) => ({ key, label: labelOf(key), value }))
    .sort((one, other) => other.value - one.value);
  return <BarTable title={t('health.relaxed')} none={t('health.relaxedNone')} bars={bars} />;
}
