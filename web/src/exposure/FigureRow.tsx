import { Count } from '../ui/Count.tsx';

/** The handful of figures at the head of an account. */
export function FigureRow({ figures }: { figures: readonly { label: string; value: number | string }[] }) {
  return (
    <dl className="flex flex-wrap gap-x-7 gap-y-3">
      {figures.map(({ label, value }) => (
        <div key={label} className="flex flex-col">
          <dt className="order-2 text-small text-quiet">{label}</dt>
          <dd className="tabular text-head font-semibold">
            {typeof value === 'number' ? <Count value={value} /> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
