import { Link } from '@tanstack/react-router';
import type { ProfileView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useMyBoards } from '../data/boards.ts';
import { useMemberBoards } from '../data/members.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { BoardTile } from './BoardTile.tsx';

const gridClass = 'grid grid-cols-2 gap-3 wide:grid-cols-3 full:grid-cols-4 wide:gap-5';

/** Boards of a member; one's own include the closed ones. */
export function BoardGrid({ profile }: { profile: ProfileView }) {
  const isSelf = profile.viewer?.isSelf ?? false;
  const mine = useMyBoards(isSelf);
  const theirs = useMemberBoards(profile.handle, !isSelf);
  const boards = isSelf ? mine : theirs;
  if (boards.isError) return <FailedState error={boards.error} onRetry={() => void boards.refetch()} />;
  if (!boards.data) return <GridSkeleton />;
  if (boards.data.every((board) => board.noteCount === 0)) return <NoBoards profile={profile} isSelf={isSelf} />;
  return (
    <ul className={gridClass}>
      {boards.data.map((board) => (
        <li key={board.id}>
          <BoardTile board={board} isOwn={isSelf} />
        </li>
      ))}
    </ul>
  );
}

function NoBoards({ profile, isSelf }: { profile: ProfileView; isSelf: boolean }) {
  const { t } = useTranslation('profile');
  if (!isSelf) {
    return (
      <EmptyState
        scene="chairs"
        title={t('empty.boards.title')}
        body={t('empty.boards.body', { name: profile.name })}
      />
    );
  }
  return (
    <EmptyState scene="letter" title={t('empty.ownBoards.title')} body={t('empty.ownBoards.body')}>
      <Link to="/" className={buttonClass('outline')}>
        {t('empty.ownBoards.action')}
      </Link>
    </EmptyState>
  );
}

function GridSkeleton() {
  return (
    <div className={gridClass}>
      {['a', 'b', 'c', 'd'].map((key) => (
        <div key={key} className="flex flex-col gap-2">
          <Skeleton className="aspect-[4/3] w-full rounded-(--radius-card)" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      ))}
    </div>
  );
}
