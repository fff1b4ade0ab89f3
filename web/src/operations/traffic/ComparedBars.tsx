import { useTranslation } from 'react-i18next';

interface Row {
  label: string;
  present: number;
  proposed: number;
  say: (value: number) => string;
}

interface ComparedBarsProps {
  title: string;
  isTitleHidden?: boolean;
  rows: readonly Row[];
}

/** Each figure twice, one bar above the other: a chart that is a table. */
export function ComparedBars({ title, isTitleHidden = false, rows }: ComparedBarsProps) {
  const { t } = useTranslation('traffic');
  return (
    <table className="w-full self-start text-small">
      <caption className={isTitleHidden ? 'sr-only' : 'pb-1 text-start font-semibold'}>{title}</caption>
      <thead className="text-tiny text-quiet">
        <tr>
          <td />
          <th scope="col" className="ps-4 text-end font-normal whitespace-nowrap">
            <Mark className="bg-quiet" /> {t('whatIf.present')}
          </th>
          <th scope="col" className="ps-4 text-end font-normal whitespace-nowrap">
            <Mark className="bg-jade" /> {t('whatIf.proposed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Compared key={row.label} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Compared({ row: { label, present, proposed, say } }: { row: Row }) {
  const longest = Math.max(1e-9, present, proposed, ...(present <= 1 && proposed <= 1 ? [1] : []));
  const width = (value: number) => `${(100 * value) / longest}%`;
  const isSame = say(present) === say(proposed);
  return (
    <tr>
      <th scope="row" className="w-full py-1.5 pe-3 text-start font-normal text-soft">
        {label}
        <div aria-hidden="true" className="mt-1 flex flex-col gap-0.5">
          <div className="h-1.5 rounded-full bg-quiet" style={{ width: width(present) }} />
          <div className="h-1.5 rounded-full bg-jade" style={{ width: width(proposed) }} />
        </div>
      </th>
      <td className="tabular py-1.5 ps-4 text-end align-top whitespace-nowrap text-quiet">{say(present)}</td>
      <td className="tabular py-1.5 ps-4 text-end align-top whitespace-nowrap font-medium">
        <span className={isSame ? undefined : 'text-jade'}>{say(proposed)}</span>
      </td>
    </tr>
  );
}

function Mark({ className }: { className: string }) {
  return <span aria-hidden="true" className={`inline-block size-2 rounded-full ${className}`} />;
}
