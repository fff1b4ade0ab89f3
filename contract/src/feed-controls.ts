import { z } from 'zod';
import { instant, noteId, topicId } from './ids.ts';
import { interests } from './languages.ts';
import { topicRef } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { intensity } from './traffic-words.ts';

/** A calendar day, `YYYY-MM-DD`, UTC. */
export const day = z.iso.date();

/** What a receipt says was asked to be spared. */
export const sparedView = z.object({
  noteId,
  what: z.enum(['note', 'author', 'topic', 'language']),
  noteTitle: z.string(),
  noteTitleLanguage: z.string(),
  author: z.object({ handle: z.string(), name: z.string() }).optional(),
  topic: topicRef.optional(),
  language: z.string().optional(),
  at: instant,
  /** When half of its weight has come back. */
  halfAgainAt: instant.optional(),
});
export type SparedView = z.infer<typeof sparedView>;

const wishes = z.object({
  /** Share of a page in languages I do not read, 0–1; null: the house's own measure. */
  foreignShare: z.number().min(0).max(1).nullable(),
  newcomers: intensity,
  exploration: intensity,
  /** False: pages use nothing of what I did. */
  isPersonal: z.boolean(),
  /** The feed that opens first. */
  home: z.enum(['discover', 'following', 'newest']),
});

export const feedControlsView = z.object({
  wishes,
  topics: z.array(z.object({ topic: topicRef, intensity })),
  /** What I read in the last seven days, largest first: opened notes by category. */
  lastWeek: z.array(z.object({ category: z.enum(interests).optional(), opens: z.number().int(), share: z.number() })),
  /** Languages of the notes I was shown in the last seven days against those I opened. */
  languages: z.array(z.object({ language: z.string(), shown: z.number(), opened: z.number() })),
  /** Searches that shape the next pages. */
  searches: z.array(z.object({ words: z.string(), at: instant })),
  /** Days whose interests can be had back, newest first. */
  usualDays: z.array(day),
  restoredDay: day.optional(),
  sparedCount: z.number().int(),
});
export type FeedControlsView = z.infer<typeof feedControlsView>;

export const feedControlRoutes = {
  get: defineRoute({
    id: 'feedControls.get',
    method: 'GET',
    path: '/api/me/feed',
    access: 'member',
    rate: 'read',
    summary: 'What shapes my feed',
    response: feedControlsView,
  }),
  change: defineRoute({
    id: 'feedControls.change',
    method: 'PATCH',
    path: '/api/me/feed',
    access: 'member',
    rate: 'write',
    summary: 'Language mix, newcomers, exploration, personal or not, the feed that opens first',
    body: wishes.partial(),
    response: feedControlsView,
  }),
  setTopic: defineRoute({
    id: 'feedControls.setTopic',
    method: 'PUT',
    path: '/api/me/feed/topics/:topicId',
    access: 'member',
    rate: 'write',
    summary: 'More or less of a topic; `usual` forgets the wish',
    params: z.object({ topicId }),
    body: z.object({ intensity }),
    response: feedControlsView,
    problems: ['not-found'],
  }),
  restore: defineRoute({
    id: 'feedControls.restore',
    method: 'POST',
    path: '/api/me/feed/restore',
    access: 'member',
    rate: 'write',
    summary: 'My usual feed: interests as they stood at the end of a day',
    body: z.object({ day }),
    response: feedControlsView,
    problems: ['not-found'],
  }),
  undoRestore: defineRoute({
    id: 'feedControls.undoRestore',
    method: 'DELETE',
    path: '/api/me/feed/restore',
    access: 'member',
    rate: 'write',
    summary: 'Back to the interests before the last restoring',
    response: feedControlsView,
    problems: ['not-found'],
  }),
  reset: defineRoute({
    id: 'feedControls.reset',
    method: 'POST',
    path: '/api/me/feed/reset',
    access: 'member',
    rate: 'write',
    summary: 'Forget what the feed learnt of me, and every wish about it',
    response: feedControlsView,
  }),
  forgetSearches: defineRoute({
    id: 'feedControls.forgetSearches',
    method: 'DELETE',
    path: '/api/me/feed/searches',
    access: 'member',
    rate: 'write',
    summary: 'My searches shape my pages no longer',
    response: feedControlsView,
  }),
  listSpared: defineRoute({
    id: 'feedControls.listSpared',
    method: 'GET',
    path: '/api/me/not-interested',
    access: 'member',
    rate: 'read',
    summary: 'What I am not interested in, newest first',
    query: pageQuery,
    response: pageOf(sparedView),
    problems: ['invalid-cursor'],
  }),
};
