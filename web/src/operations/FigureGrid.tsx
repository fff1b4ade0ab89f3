import type { ReactNode } from 'react';

interface FigureGridProps {
  label: string;
  figures: readonly { label: string; value: ReactNode; more?: string; isAlarming?: boolean }[];
}

/** The handful of numbers that say whether all is well. */
export function FigureGrid({ label, figures }: FigureGridProps) {
  return (
    <dl aria-label={label} className="grid grid-cols-2 gap-2 wide:grid-cols-4">
      {figures.map(({ label: name, value, more, isAlarming }) => (
        <div key={name} className="flex flex-col rounded-card bg-sunken px-4 py-3">
          <dt className="order-2 text-small text-quiet">{name}</dt>
          <dd className={isAlarming ? 'tabular text-head font-semibold text-amber' : 'tabular text-head font-semibold'}>
            {value}
          </dd>
          {more ? <dd className="order-3 text-tiny text-quiet">{more}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
