import { Link } from '@tanstack/react-router';
import type { PersonView } from '@teahouse/contract';
import { useMe } from '../data/session.ts';
import { FollowButton } from '../note/FollowButton.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { RoleBadge, TenureBadge } from '../ui/badges.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

export function PersonRow({ member }: { member: PersonView }) {
  const me = useMe();
  return (
    <li className="flex min-h-17 items-center gap-3">
      <Link
        to="/members/$handle"
        params={{ handle: member.handle }}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-(--radius-card) py-1.5"
      >
        <Avatar member={member} size={46} />
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <bdi className="truncate font-medium">{member.name}</bdi>
            <RoleBadge role={member.role} />
          </span>
          <span className="flex items-center gap-2 text-small text-quiet">
            <bdi className="truncate">@{member.handle}</bdi>
            <TenureBadge member={member} />
          </span>
        </span>
      </Link>
      {me?.id === member.id ? null : (
        <FollowButton handle={member.handle} name={member.name} follows={member.follows} />
      )}
    </li>
  );
}

export function PeopleSkeleton() {
  return (
    <div className="flex flex-col gap-4 pt-5">
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <div key={key} className="flex items-center gap-3">
          <Skeleton className="size-11.5 !rounded-full" />
          <div className="flex flex-col gap-1.5">
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-3 w-20" />
          </div>
        </div>
      ))}
    </div>
  );
}
