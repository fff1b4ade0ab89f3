import { Skeleton } from '../ui/Skeleton.tsx';

export function ComposeSkeleton() {
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4 px-4 pt-16">
      <div className="flex gap-3">
        <Skeleton className="h-40 w-30 !rounded-card" />
        <Skeleton className="h-40 w-30 !rounded-card" />
      </div>
      <Skeleton className="h-7 w-3/4" />
      <Skeleton className="h-32 w-full" />
    </div>
  );
}
