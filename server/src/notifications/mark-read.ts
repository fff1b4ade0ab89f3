import type { NotificationId, notificationRoutes, ResponseOf } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import { markLinesRead } from './notifications.sql.ts';
import type { NotificationParts } from './routes.ts';

/** The member's other tabs learn the new count. */
export async function markRead(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { unread, streams }: NotificationParts,
  { memberId }: Actor,
  upTo: NotificationId,
): Promise<ResponseOf<typeof notificationRoutes.markRead>> {
  await markLinesRead(db, memberId, upTo, dateOf(clock));
  unread.forget(memberId);
  const count = await unread.of(memberId);
  streams.sendUnread(memberId, count);
  return { unread: count };
}
