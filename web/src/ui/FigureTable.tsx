import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface FigureTableProps {
  caption: string;
  /** Of the first column, which names the rows. */
  head: string;
  columns: readonly { label: string; isText?: boolean }[];
  rows: readonly { key: string; head: ReactNode; cells: readonly ReactNode[] }[];
}

/** Figures in rows and columns; where there is no room for all of them it scrolls by itself, by keyboard, too. */
export function FigureTable({ caption, head, columns, rows }: FigureTableProps) {
  const id = useId();
  const cell = 'px-3 py-2.5 first:ps-4 last:pe-4';
  const align = (column: { isText?: boolean } | undefined) => (column?.isText ? 'text-start' : 'text-end');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-labelledby={id} tabIndex={0} className="overflow-x-auto rounded-card border border-line bg-raised">
      <table className="w-full border-collapse text-small">
        <caption id={id} className="px-4 pt-3 pb-1 text-start text-quiet">
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-line text-quiet">
            <th scope="col" className={classNames(cell, 'text-start align-bottom font-medium break-keep wrap-normal')}>
              {head}
            </th>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={classNames(cell, align(column), 'align-bottom font-medium break-keep wrap-normal')}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line last:border-0">
              <th scope="row" className={classNames(cell, 'text-start font-medium whitespace-nowrap')}>
                {row.head}
              </th>
              {row.cells.map((content, index) => (
                <td
                  key={columns[index]?.label}
                  className={classNames(cell, align(columns[index]), 'tabular whitespace-nowrap')}
                >
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
