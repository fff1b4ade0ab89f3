import type { ReactNode } from 'react';

/** One figure, what it is called, and what it means in plain words. */
export function Finding({ name, figure, children }: { name: string; figure: string; children: ReactNode }) {
  return (
    <div className="rounded-card border border-line bg-raised px-4.5 py-3.5">
      <dt className="flex items-baseline justify-between gap-4 font-semibold">
        {name} <span className="tabular shrink-0 whitespace-nowrap text-jade">{figure}</span>
      </dt>
      <dd className="pt-0.5 text-small text-soft">{children}</dd>
    </div>
  );
}
