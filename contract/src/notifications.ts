import { z } from 'zod';
import { commentId, instant, noteId, notificationId } from './ids.ts';
import { authorView } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

export const notificationKinds = ['like', 'collect', 'comment', 'reply', 'mention', 'follow', 'system'] as const;

/** One line of the list: alike events on one note within a day are one group ("Mia and 11 others like …"). */
export const notificationView = z.object({
  id: notificationId,
  kind: z.enum(notificationKinds),
  /** Newest first, at most three. */
  actors: z.array(authorView),
  actorCount: z.number().int(),
  note: z.object({ id: noteId, title: z.string(), language: z.string(), coverUrl: z.string().optional() }).optional(),
  comment: z.object({ id: commentId, text: z.string(), language: z.string() }).optional(),
  /** `system`: message key and values, spoken in the reader's language. */
  message: z.object({ key: z.string(), values: z.record(z.string(), z.string()) }).optional(),
  isRead: z.boolean(),
  at: instant,
});
export type NotificationView = z.infer<typeof notificationView>;

/** Frames of the live stream: `event: <kind>`, `data: <JSON>`. */
export const streamFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), unread: z.number().int() }),
  z.object({ kind: z.literal('notification'), unread: z.number().int(), notification: notificationView }),
  z.object({ kind: z.literal('unread'), unread: z.number().int() }),
  z.object({ kind: z.literal('signed-out') }),
]);
export type StreamFrame = z.infer<typeof streamFrame>;

export const notificationRoutes = {
  list: defineRoute({
    id: 'notifications.list',
    method: 'GET',
    path: '/api/notifications',
    access: 'member',
    rate: 'read',
    summary: 'My notifications, newest first',
    query: pageQuery.extend({ kind: z.enum(['all', 'likes', 'comments', 'follows', 'system']).default('all') }),
    response: pageOf(notificationView).extend({ unread: z.number().int() }),
    problems: ['invalid-cursor'],
  }),
  markRead: defineRoute({
    id: 'notifications.markRead',
    method: 'POST',
    path: '/api/notifications/read',
    access: 'member',
    rate: 'write',
    status: 200,
    summary: 'Mark everything up to one notification as read',
    body: z.object({ upTo: notificationId }),
    response: z.object({ unread: z.number().int() }),
  }),
  stream: defineRoute({
    id: 'notifications.stream',
    method: 'GET',
    path: '/api/stream',
    access: 'member',
    rate: 'read',
    raw: 'text/event-stream',
    summary: 'Live notifications as server-sent events',
  }),
};
