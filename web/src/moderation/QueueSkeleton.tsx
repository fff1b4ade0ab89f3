import { Skeleton } from '../ui/Skeleton.tsx';

export function QueueSkeleton() {
  return (
    <div className="flex max-w-96 flex-col gap-3 pt-4">
      {['a', 'b', 'c', 'd'].map((key) => (
        <Skeleton key={key} className="h-20 w-full !rounded-card" />
      ))}
    </div>
  );
}
