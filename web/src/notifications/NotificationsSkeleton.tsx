import { Skeleton } from '../ui/Skeleton.tsx';

export function NotificationsSkeleton() {
  return (
    <div className="flex flex-col gap-6 pt-4">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <div key={key} className="flex gap-3">
          <Skeleton className="size-11.5 shrink-0 !rounded-full" />
          <div className="flex flex-1 flex-col gap-2 pt-1">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
          <Skeleton className="size-13 shrink-0" />
        </div>
      ))}
    </div>
  );
}
