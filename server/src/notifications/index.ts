import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { createLiveStreams } from './live-streams.ts';
import { createNotificationReader } from './read-notifications.ts';
import { notificationHandlers } from './routes.ts';
import { tellMembers } from './tell-members.ts';
import { createUnread } from './unread.ts';

export interface Notifications {
  handlers: Handlers<typeof routes.notifications>;
  /** Unread lines of a member's list, at most 1,000. */
  unreadCount(memberId: string): Promise<number>;
  /** Ends the live streams of sessions that ended; runs by itself every few seconds. */
  checkStreams(): Promise<void>;
  /** Ends all live streams. */
  stop(): void;
}

interface Others extends Readers {
  /** Whether a session cookie still lets somebody in. */
  isSignedIn(cookie: string | undefined): Promise<boolean>;
}

export function createNotifications(deps: Deps, others: Others): Notifications {
  const unread = createUnread(deps);
  const reader = createNotificationReader(deps, others);
  const streams = createLiveStreams({ unread, reader, isSignedIn: others.isSignedIn, log: deps.log });
  tellMembers(deps, { unread, streams });
  return {
    handlers: notificationHandlers(deps, { cursors: others.cursors, unread, reader, streams }),
    unreadCount: unread.of,
    checkStreams: streams.check,
    stop: streams.stop,
  };
}
