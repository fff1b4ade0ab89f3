import { Skeleton } from '../ui/Skeleton.tsx';

export function RowsSkeleton() {
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5 pt-2">
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <div key={key} className="flex items-center gap-3">
          <Skeleton className="size-12 !rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3.5 w-3/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
