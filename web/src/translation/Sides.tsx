import type { TranslationView } from '@teahouse/contract';
import { lazy, Suspense } from 'react';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { MemberWords } from './text-unit.ts';

const SideBySide = lazy(async () => ({ default: (await import('./SideBySide.tsx')).SideBySide }));

/** Original and translation together; for learners, so its code comes when one asks. */
export function Sides({ words, view }: { words: MemberWords; view: TranslationView }) {
  return (
    <Suspense fallback={<Skeleton className="h-24 w-full" />}>
      <SideBySide words={words} view={view} />
    </Suspense>
  );
}
