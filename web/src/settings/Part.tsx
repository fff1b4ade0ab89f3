import type { ReactNode } from 'react';

interface PartProps {
  title: string;
  body?: string;
  children?: ReactNode;
}

/** One matter within a section, set apart by a hairline. */
export function Part({ title, body, children }: PartProps) {
  return (
    <section className="flex flex-col gap-3.5 border-b border-line py-6 first:pt-0 last:border-0">
      <div className="flex flex-col gap-0.5">
        <h2 className="text-title font-semibold">{title}</h2>
        {body ? <p className="text-small text-quiet">{body}</p> : null}
      </div>
      {children}
    </section>
  );
}
