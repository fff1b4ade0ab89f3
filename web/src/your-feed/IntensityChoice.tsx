import { type Intensity, intensities } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';

interface IntensityChoiceProps {
  label: string;
  chosen: Intensity;
  onChoose: (intensity: Intensity) => void;
}

/** Less, as usual, or more of something. */
export function IntensityChoice({ label, chosen, onChoose }: IntensityChoiceProps) {
  const { t } = useTranslation('your-feed');
  return (
    <SegmentedChoice
      label={label}
      options={intensities.map((id) => ({ id, label: t(`intensity.${id}`) }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
