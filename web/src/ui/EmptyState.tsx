import type { ReactNode } from 'react';

export type EmptyScene = 'cup' | 'letter' | 'chairs' | 'lens' | 'cat';

interface EmptyStateProps {
  title: string;
  body?: string;
  scene?: EmptyScene;
  children?: ReactNode;
}

const scenes: Record<EmptyScene, ReactNode> = {
  cup: (
    <>
      <path d="M30 62h56v8a28 28 0 0 1-56 0z" fill="var(--color-paper)" />
      <path d="M86 66h5a8 8 0 0 1 0 16h-7M22 104h72M48 48c-5-6 5-10 0-17M64 48c-5-6 5-10 0-17" />
    </>
  ),
  letter: (
    <>
      <path d="M22 42h76v52H22z" fill="var(--color-paper)" />
      <path d="m22 44 38 30 38-30M78 34a9 9 0 1 0 0-.1" />
    </>
  ),
  chairs: (
    <>
      <path d="M40 66h40v8H40z" fill="var(--color-paper)" />
      <path d="M60 74v30M46 104h28M20 60v44M20 82h16v22M100 60v44M100 82H84v22M60 54c-4-5 4-8 0-14" />
    </>
  ),
  lens: (
    <>
      <path d="M54 84a26 26 0 1 0 0-52 26 26 0 0 0 0 52z" fill="var(--color-paper)" />
      <path d="m73 77 23 23M44 54c2-6 7-9 13-9" />
    </>
  ),
  cat: (
    <>
      <path
        d="M38 50 34 30l14 10h24l14-10-4 20c4 7 5 14 3 22-3 12-14 18-25 18s-22-6-25-18c-2-8-1-15 3-22z"
        fill="var(--color-paper)"
      />
      <path d="M50 62v3M70 62v3M57 72l3 2 3-2M60 74v3M26 68l12 2M27 80l11-3M94 68l-12 2M93 80l-11-3" />
    </>
  ),
};

/** Nothing here yet, said kindly, with what to do about it. */
export function EmptyState({ title, body, scene = 'cup', children }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-14 text-center">
      <svg width="120" height="120" viewBox="0 0 120 120" fill="none" aria-hidden="true" className="mb-1">
        <circle cx="60" cy="66" r="48" fill="var(--color-sunken)" />
        <g stroke="var(--color-soft)" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
          {scenes[scene]}
        </g>
      </svg>
      <h2 className="text-title font-semibold">{title}</h2>
      {body ? <p className="text-balance text-quiet">{body}</p> : null}
      {children ? <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}
