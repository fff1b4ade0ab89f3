import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Cursors } from '../http/cursor.ts';
import type { Deps } from '../platform/deps.ts';
import { listNotifications } from './list-notifications.ts';
import type { LiveStreams } from './live-streams.ts';
import { markRead } from './mark-read.ts';
import type { NotificationReader } from './read-notifications.ts';
import type { Unread } from './unread.ts';

export interface NotificationParts {
  cursors: Cursors;
  unread: Unread;
  reader: NotificationReader;
  streams: LiveStreams;
}

export function notificationHandlers(deps: Deps, parts: NotificationParts): Handlers<typeof routes.notifications> {
  return {
    list: ({ actor, query }) => listNotifications(deps, parts, actor, query),
    markRead: ({ actor, body }) => markRead(deps, parts, actor, body.upTo),
    stream: ({ actor, request }) => parts.streams.open(actor.memberId, request.sessionCookie, request.reply),
  };
}
