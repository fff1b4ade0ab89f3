import type { ReactNode } from 'react';
import { Chip } from '../ui/Chip.tsx';

interface ChipGroupProps<K extends string> {
  label: string;
  options: readonly { id: K; label: ReactNode; lang?: string }[];
  chosen: readonly K[];
  onChange: (chosen: K[]) => void;
}

/** Several of many, in the order they were chosen. */
export function ChipGroup<K extends string>({ label, options, chosen, onChange }: ChipGroupProps<K>) {
  const toggle = (id: K) => onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend that cannot be laid out with the chips
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {options.map((option) => (
        <Chip key={option.id} lang={option.lang} isOn={chosen.includes(option.id)} onClick={() => toggle(option.id)}>
          {option.label}
        </Chip>
      ))}
    </div>
  );
}
