import { type Interest, interests } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import { InterestIcon } from './interest-icons.tsx';

interface InterestTilesProps {
  label: string;
  chosen: readonly Interest[];
  onChange: (chosen: Interest[]) => void;
}

export function InterestTiles({ label, chosen, onChange }: InterestTilesProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend that cannot be laid out with the tiles
    <div role="group" aria-label={label} className="grid grid-cols-3 gap-2 wide:grid-cols-5">
      {interests.map((interest) => {
        const isOn = chosen.includes(interest);
        return (
          <button
            key={interest}
            type="button"
            aria-pressed={isOn}
            onClick={() => onChange(isOn ? chosen.filter((other) => other !== interest) : [...chosen, interest])}
            className={classNames(
              'pressable flex min-h-20 flex-col items-center justify-center gap-1.5 rounded-(--radius-card) border px-0.5 text-center text-small leading-tight',
              isOn ? 'border-ink bg-ink text-paper' : 'border-line bg-raised text-soft hover:border-line-strong',
            )}
          >
            <InterestIcon interest={interest} />
            {t(`interest.${interest}`)}
          </button>
        );
      })}
    </div>
  );
}
