import { useId } from 'react';
import { classNames } from '../ui/class-names.ts';

interface SegmentedChoiceProps<K extends string> {
  label: string;
  options: readonly { id: K; label: string; lang?: string }[];
  chosen: K;
  onChoose: (id: K) => void;
}

/** One of a few, side by side: radio buttons in the shape of a pill. */
export function SegmentedChoice<K extends string>({ label, options, chosen, onChoose }: SegmentedChoiceProps<K>) {
  const name = useId();
  return (
    <fieldset className="flex rounded-full bg-sunken p-1">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.id}
          lang={option.lang}
          className={classNames(
            'grid min-h-9 flex-auto place-items-center rounded-full px-2.5 text-center text-small leading-tight has-focus-visible:outline-2 has-focus-visible:outline-jade',
            option.id === chosen ? 'bg-raised font-medium text-ink ring-1 ring-line' : 'text-soft hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === chosen}
            onChange={() => onChoose(option.id)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
