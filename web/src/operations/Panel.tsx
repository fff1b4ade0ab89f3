import { type ReactNode, useId } from 'react';

interface PanelProps {
  title: string;
  body?: string;
  /** Beside the title. */
  end?: ReactNode;
  children: ReactNode;
}

/** One matter of a wide screen, with its heading. */
export function Panel({ title, body, end, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="flex flex-col gap-0.5">
          <h2 id={id} className="text-title font-semibold">
            {title}
          </h2>
          {body ? <p className="max-w-prose text-small text-quiet">{body}</p> : null}
        </div>
        {end}
      </header>
      {children}
    </section>
  );
}
