import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type NotificationView, type Page, type QueryInput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { updateSessionMe } from './session.ts';
import { staleTimes } from './stale-times.ts';

export const notificationKeys = {
  all: ['notifications'] as const,
  of: (filter: NotificationFilter) => ['notifications', filter] as const,
};

export type NotificationFilter = NonNullable<QueryInput<typeof routes.notifications.list>['kind']>;

/** My notifications. The live stream marks the list stale when something arrives. */
export function useNotifications(filter: NotificationFilter, isEnabled: boolean) {
  return useInfiniteQuery({
    queryKey: notificationKeys.of(filter),
    queryFn: ({ pageParam, signal }) =>
      call(routes.notifications.list, { query: { kind: filter, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.list,
    enabled: isEnabled,
    select: itemsOf,
  });
}

/** Marks everything up to one notification as read. The dots of this visit stay: they tell what is new. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upTo: string) => call(routes.notifications.markRead, { body: { upTo } }),
    onSuccess: ({ unread }) => {
      updateSessionMe(client, { unreadNotifications: unread });
      return client.invalidateQueries({ queryKey: notificationKeys.all, refetchType: 'none' });
    },
  });
}

/** A group that grew meanwhile moves to the top and is then on two pages; it is shown where it is newest. */
function itemsOf(data: InfiniteData<Page<NotificationView>>): NotificationView[] {
  const known = new Map<string, NotificationView>();
  for (const item of data.pages.flatMap((page) => page.items)) if (!known.has(item.id)) known.set(item.id, item);
  return [...known.values()];
}
