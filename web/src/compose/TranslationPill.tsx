import type { ReactNode } from 'react';

/** Stands among the tools of a text and leads to its translation. */
export function TranslationPill({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onPress}
      className="pressable flex min-h-9 items-center gap-1.5 rounded-full bg-jade-soft px-3.5 text-small text-jade hover:opacity-85"
    >
      <span aria-hidden="true" className="font-semibold">
        译
      </span>
      {children}
    </button>
  );
}
