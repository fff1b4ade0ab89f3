import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../ui/format-figures.ts';

export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
}

interface BarTableProps {
  title: string;
  /** What the bars are parts of; the longest bar is full when absent. */
  total?: number;
  bars: readonly Bar[];
  /** Said when there are none. */
  none: string;
  most?: number;
}

/** A chart that is a table: each row a name, a bar, the figure. */
export function BarTable({ title, total, bars, none, most = 8 }: BarTableProps) {
  const { i18n } = useTranslation();
  const id = useId();
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  const sum = total ?? bars.reduce((added, bar) => added + bar.value, 0);
  if (bars.length === 0) {
    return (
      <section aria-labelledby={id} className="flex flex-col gap-2">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        <p className="text-small text-quiet">{none}</p>
      </section>
    );
  }
  return (
    <table className="w-full text-small">
      <caption className="pb-2 text-start text-body font-semibold">{title}</caption>
      <tbody>
        {bars.slice(0, most).map((bar) => (
          <tr key={bar.key}>
            <th scope="row" className="w-[36%] py-1 pe-3 text-start font-normal text-soft">
              {bar.label}
            </th>
            <td className="py-1">
              <div aria-hidden="true" className="h-2 rounded-full bg-sunken">
                <div className="h-full rounded-full bg-jade" style={{ width: `${(100 * bar.value) / longest}%` }} />
              </div>
            </td>
            <td className="tabular py-1 ps-3 text-end font-medium whitespace-nowrap">
              {formatNumber(bar.value, i18n.language)}
            </td>
            <td className="tabular w-12 py-1 ps-2 text-end whitespace-nowrap text-quiet">
              {sum > 0 ? formatShare(bar.value / sum, i18n.language) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
