import { useTranslation } from 'react-i18next';
import { formatNumber } from '../ui/format-figures.ts';
import { evenly, type TimeSum } from './evenly.ts';

interface TimelineProps {
  title: string;
  sums: readonly TimeSum[];
}

const height = 72;
const widest = 22;

/** Sums over time as columns; the same figures as a table below. */
export function Timeline({ title, sums: given }: TimelineProps) {
  const { t, i18n } = useTranslation('exposure');
  const { sums, isHourly } = evenly(given);
  const most = Math.max(1, ...sums.map(({ value }) => value));
  const width = 600 / Math.max(1, sums.length);
  const format = new Intl.DateTimeFormat(i18n.language, {
    month: 'short',
    day: 'numeric',
    ...(isHourly ? { hour: 'numeric' } : {}),
  });
  const named = (at: string) => format.format(new Date(at));
  const [first, last] = [sums[0], sums.at(-1)];
  if (!first || !last) return null;
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="font-semibold">{title}</figcaption>
      <svg viewBox={`0 0 600 ${height}`} preserveAspectRatio="none" aria-hidden="true" className="h-18 w-full">
        {sums.map(({ at, value }, index) => (
          <rect
            key={at}
            x={index * width + Math.max(0.5, (width - Math.min(widest, width * 0.8)) / 2)}
            y={height - (height * value) / most}
            width={Math.min(widest, width * 0.8)}
            height={(height * value) / most}
            rx={1.5}
            className="fill-jade"
          />
        ))}
        <line x1="0" x2="600" y1={height - 0.5} y2={height - 0.5} className="stroke-line-strong" />
      </svg>
      <p aria-hidden="true" className="flex justify-between text-tiny text-quiet">
        <span>{named(first.at)}</span>
        <span>{named(last.at)}</span>
      </p>
      <details className="text-small">
        <summary className="w-fit text-jade">{t('asTable')}</summary>
        <div className="max-h-60 overflow-y-auto pt-2">
          <table className="tabular">
            <tbody>
              {given.map(({ at, value }) => (
                <tr key={at}>
                  <th scope="row" className="pe-6 text-start font-normal text-soft">
                    {named(at)}
                  </th>
                  <td className="text-end">{formatNumber(value, i18n.language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
