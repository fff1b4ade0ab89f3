import { MasonrySkeleton } from '../cards/MasonrySkeleton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

export function ProfileSkeleton() {
  return (
    <div className="mx-auto max-w-6xl">
      <div className="h-24 bg-sunken wide:mx-6 wide:h-32 wide:rounded-(--radius-sheet)" />
      <div className="-mt-9 flex flex-col gap-3 px-4 pb-8 wide:-mt-12 wide:px-12">
        <Skeleton className="size-22 !rounded-full border-4 border-paper wide:size-30" />
        <Skeleton className="h-6 w-44" />
        <Skeleton className="h-4 w-64 max-w-full" />
        <Skeleton className="h-4 w-52" />
      </div>
      <div className="px-2 wide:px-6">
        <MasonrySkeleton />
      </div>
    </div>
  );
}
