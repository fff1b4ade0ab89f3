import { z } from 'zod';
import { noteCard, topicRef } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

export const topicView = topicRef.extend({
  noteCount: z.number().int(),
  /** Views of notes while they carry this topic, each viewer and note once; equals its rows. */
  viewCount: z.number().int(),
  /** Views in the last 24 hours. */
  viewsLastDay: z.number().int(),
});
export type TopicView = z.infer<typeof topicView>;

const params = z.object({
  name: z
    .string()
    .min(1)
    .max(120)
    .refine((n) => n.isWellFormed() && !/\p{Cc}/u.test(n), { message: 'malformed-text' }),
});

export const topicRoutes = {
  get: defineRoute({
    id: 'topics.get',
    method: 'GET',
    path: '/api/topics/:name',
    access: 'public',
    rate: 'read',
    summary: 'A topic and its counters',
    params,
    response: topicView,
    problems: ['not-found'],
  }),
  listNotes: defineRoute({
    id: 'topics.listNotes',
    method: 'GET',
    path: '/api/topics/:name/notes',
    access: 'public',
    rate: 'read',
    summary: 'Notes of a topic',
    params,
    query: pageQuery.extend({ order: z.enum(['liked', 'newest']).default('newest') }),
    response: pageOf(noteCard),
    problems: ['not-found', 'invalid-cursor'],
  }),
  complete: defineRoute({
    id: 'topics.complete',
    method: 'GET',
    path: '/api/topics',
    access: 'public',
    rate: 'search',
    summary: 'Completion of a #topic; without a prefix the topics with the most views of the last day',
    query: z.object({ prefix: z.string().max(60).default('') }),
    response: z.object({ items: z.array(topicView) }),
  }),
};
