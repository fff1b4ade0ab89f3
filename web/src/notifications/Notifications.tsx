import type { NotificationView } from '@teahouse/contract';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { SignInGate } from '../account/SignInGate.tsx';
import { type NotificationFilter, useMarkRead, useNotifications } from '../data/notifications.ts';
import { useMe } from '../data/session.ts';
import { chipClass } from '../ui/Chip.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { NotificationRow } from './NotificationRow.tsx';
import { NotificationsSkeleton } from './NotificationsSkeleton.tsx';

const filters = ['all', 'likes', 'comments', 'follows', 'system'] as const satisfies NotificationFilter[];

/** What others did with what I wrote, newest first; seen means read. */
export function Notifications() {
  const { t } = useTranslation('notifications');
  const me = useMe();
  useDocumentTitle(t('title'));
  return (
    <div className="mx-auto max-w-2xl px-4 pb-10">
      <h1 className="pt-1 pb-2 text-head font-semibold">{t('title')}</h1>
      {me === null ? (
        <SignInGate title={t('gate.title')} body={t('gate.body')} />
      ) : (
        <Inbox isSignedIn={me !== undefined} />
      )}
    </div>
  );
}

function Inbox({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation('notifications');
  const [filter, setFilter] = useState<NotificationFilter>('all');
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways */}
      <div role="group" aria-label={t('filters')} className="no-scrollbar -mx-4 flex gap-1 overflow-x-auto px-4 pb-2">
        {filters.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === filter}
            className={chipClass(id === filter)}
            onClick={() => setFilter(id)}
          >
            {t(`filter.${id}`)}
          </button>
        ))}
      </div>
      <List key={filter} filter={filter} isSignedIn={isSignedIn} />
    </>
  );
}

function List({ filter, isSignedIn }: { filter: NotificationFilter; isSignedIn: boolean }) {
  const { t } = useTranslation('notifications');
  const notifications = useNotifications(filter, isSignedIn);
  const items = notifications.data;
  useReadWhenSeen(filter === 'all' ? items?.[0] : undefined);
  if (notifications.isPending) return <NotificationsSkeleton />;
  if (!items) return <FailedState error={notifications.error} onRetry={() => void notifications.refetch()} />;
  if (items.length === 0) {
    return <EmptyState scene="letter" title={t(`empty.${filter}.title`)} body={t(`empty.${filter}.body`)} />;
  }
  return (
    <>
      <ul className="flex flex-col">
        {items.map((notification) => (
          <NotificationRow key={notification.id} notification={notification} />
        ))}
      </ul>
      <LoadMore query={notifications} />
    </>
  );
}

/** Once the newest line has been in front of the reader, everything up to it counts as read. A group that grew is new again. */
function useReadWhenSeen(newest: NotificationView | undefined): void {
  const markRead = useMarkRead().mutate;
  const unread = useMe()?.unreadNotifications ?? 0;
  const marked = useRef<string>(undefined);
  const newestId = newest?.id;
  const state = newest ? `${newest.id} ${newest.at}` : undefined;
  useEffect(() => {
    if (!newestId || unread === 0 || marked.current === state) return;
    const mark = () => {
      if (document.visibilityState !== 'visible' || marked.current === state) return;
      marked.current = state;
      markRead(newestId);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [newestId, state, unread, markRead]);
}
