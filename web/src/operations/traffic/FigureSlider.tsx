import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import type { Figure } from './policy-ranges.ts';

interface FigureSliderProps {
  label: string;
  /** How a value is written. */
  say: (value: number) => string;
  figure: Figure;
  inForce: number;
  onChange: (value: number) => void;
}

/** One figure of the rules, and the way back to what is in force. */
export function FigureSlider({ label, say, figure: { value, range }, inForce, onChange }: FigureSliderProps) {
  const { t } = useTranslation('traffic');
  const id = useId();
  const isChanged = value !== inForce;
  return (
    <div className="flex flex-col">
      <div className="flex items-baseline justify-between gap-4 text-small">
        <label htmlFor={id} className="text-soft">
          {label}
        </label>
        <output htmlFor={id} className={classNames('tabular shrink-0 font-medium', isChanged && 'text-amber')}>
          {say(value)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={range.least}
        max={range.most}
        step={range.step}
        value={value}
        aria-valuetext={say(value)}
        onChange={(event) => onChange(Number(event.target.value))}
        className="mix-slider"
      />
      {isChanged ? (
        <button
          type="button"
          aria-label={`${t('editor.back')}: ${label}`}
          onClick={() => onChange(inForce)}
          className="min-h-6 self-start text-small text-jade underline-offset-2 hover:underline"
        >
          {t('editor.back')} ({t('editor.was', { value: say(inForce) })})
        </button>
      ) : null}
    </div>
  );
}
