import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { CardList } from '../cards/CardList.tsx';
import { MasonrySkeleton } from '../cards/MasonrySkeleton.tsx';
import { useBoard } from '../data/boards.ts';
import { useMe } from '../data/session.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LockIcon } from '../ui/icons.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { BoardMenu } from './BoardMenu.tsx';

const BoardName = lazy(async () => ({ default: (await import('./BoardName.tsx')).BoardName }));

/** A board: what somebody collected, last collected first. */
export function BoardPage() {
  const { t } = useTranslation(['board', 'common']);
  const { boardId } = useParams({ from: '/boards/$boardId' });
  const me = useMe();
  const query = useBoard(boardId);
  const { board, owner } = query.data?.pages[0] ?? {};
  const isMine = me !== undefined && me !== null && me.handle === owner?.handle;
  const cards = query.data?.pages.flatMap((page) => page.items);
  if (query.error && !query.data) {
    return (
      <>
        <ScreenHeader title={t('title')} />
        <FailedState error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  return (
    <>
      <ScreenHeader title={board?.name ?? t('title')}>
        {board && isMine ? <BoardMenu board={board} ownerHandle={me.handle} /> : null}
      </ScreenHeader>
      <div className="min-h-screen px-3 pt-2 wide:px-6">
        {board && owner ? (
          <p className="flex flex-wrap items-center gap-x-2 px-1 pb-4 text-small text-quiet">
            <Link
              to="/members/$handle"
              params={{ handle: owner.handle }}
              search={{ show: 'boards' }}
              dir="auto"
              className="font-medium text-soft hover:text-ink hover:underline"
            >
              {isMine ? t('byMe') : t('by', { name: owner.name })}
            </Link>
            <span aria-hidden="true">·</span>
            <span>{t('notes', { count: board.noteCount })}</span>
            {board.isOpen ? null : (
              <span className="inline-flex items-center gap-1 rounded-full bg-sunken px-2 py-0.5 text-tiny">
                <LockIcon size={13} />
                {t('closed')}
              </span>
            )}
          </p>
        ) : null}
        {board && !isMine ? (
          <div className="px-1 pb-4 empty:hidden">
            <Suspense>
              <BoardName board={board} />
            </Suspense>
          </div>
        ) : null}
        {cards ? (
          <CardList
            label={t('list', { name: board?.name ?? '' })}
            query={{ ...query, data: cards }}
            empty={
              <EmptyState scene="cup" title={t('empty')} body={t(isMine ? 'emptyMine' : 'emptyOther')}>
                <Link to="/" className={buttonClass('primary')}>
                  {t('explore')}
                </Link>
              </EmptyState>
            }
          />
        ) : (
          <MasonrySkeleton />
        )}
      </div>
    </>
  );
}
