import type { NotificationView, notificationRoutes, QueryOf, ResponseOf } from '@teahouse/contract';
import { z } from 'zod';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { selectLines } from './notifications.sql.ts';
import type { NotificationParts } from './routes.ts';

type Route = typeof notificationRoutes.list;

const position = z.object({ at: z.coerce.date(), id: z.uuid() });

const kindsOf: Record<QueryOf<Route>['kind'], NotificationView['kind'][]> = {
  all: [],
  likes: ['like', 'collect'],
  comments: ['comment', 'reply', 'mention'],
  follows: ['follow'],
  system: ['system'],
};

export async function listNotifications(
  { db }: Pick<Deps, 'db'>,
  { cursors, unread, reader }: NotificationParts,
  { memberId }: Actor,
  { cursor, limit, kind }: QueryOf<Route>,
): Promise<ResponseOf<Route>> {
  const scope = `notifications.list ${kind} ${memberId}`;
  const after = cursor === undefined ? undefined : cursors.decode(scope, cursor, position);
  const rows = await selectLines(db, memberId, kindsOf[kind], after, limit + 1);
  const shown = rows.slice(0, limit);
  const [views, count] = await Promise.all([reader.views(shown), unread.of(memberId)]);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: views.map(({ view }) => view),
    unread: count,
    ...(last ? { nextCursor: cursors.encode(scope, { at: last.at, id: last.id }) } : {}),
  };
}
