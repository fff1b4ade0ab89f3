import type { ReactNode } from 'react';

interface DonutProps {
  shares: readonly { share: number; className: string }[];
  /** Stands in the middle. */
  children: ReactNode;
}

const radius = 54;
const around = 2 * Math.PI * radius;
/** Room between two slices, along the ring. */
const gap = 3;

/** A ring of shares, from the top on clockwise. Decoration: a table beside it says the same. */
export function Donut({ shares, children }: DonutProps) {
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, { share }) => sum + share, 0));
  const room = shares.length > 1 ? gap : 0;
  return (
    <div className="relative size-36 shrink-0">
      <svg viewBox="0 0 128 128" aria-hidden="true" className="size-full -rotate-90">
        {shares.map(({ share, className }, index) => (
          <circle
            key={className}
            cx="64"
            cy="64"
            r={radius}
            fill="none"
            stroke="currentColor"
            strokeWidth="14"
            strokeDasharray={`${Math.max(1, share * around - room)} ${around}`}
            strokeDashoffset={-(starts[index] ?? 0) * around}
            className={className}
          />
        ))}
      </svg>
      <div className="absolute inset-0 flex flex-col items-center justify-center">{children}</div>
    </div>
  );
}
