import { z } from 'zod';
import { poolView } from './exposure.ts';
import { noteId } from './ids.ts';
import { interests } from './languages.ts';
import { noteCard, topicRef } from './note-views.ts';
import { cursor, pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { reasonCodes, surfaces, trafficKinds } from './traffic-words.ts';

export const eventKinds = ['impression', 'open', 'dwell'] as const;
/** Most events in one beacon. */
export const beaconSize = 200;

/** One thing a viewer did with a slot. The token says which note, viewer, slot and time; the rest of the client's word is ignored. */
export const viewerEvent = z.object({
  kind: z.enum(eventKinds),
  token: z.string().min(1).max(512),
  /** Time the note was open, for `dwell`; capped at an hour. */
  milliseconds: z.number().int().min(0).max(3_600_000).optional(),
});

/** The strongest reasons of a slot, strongest first. */
export const whyView = z.object({
  noteId,
  reasons: z.array(
    z.object({
      code: z.enum(reasonCodes),
      topic: topicRef.optional(),
      author: z.object({ handle: z.string(), name: z.string() }).optional(),
      note: z.object({ id: noteId, title: z.string(), language: z.string() }).optional(),
      language: z.string().optional(),
      /** What the viewer searched for. */
      words: z.string().optional(),
    }),
  ),
  traffic: z.enum(trafficKinds),
  surface: z.enum(surfaces),
  slot: z.number().int(),
  pool: poolView.optional(),
  policyVersion: z.number().int(),
  ranking: z.enum(['engine', 'interim']),
});
export type WhyView = z.infer<typeof whyView>;

export const feedRoutes = {
  discover: defineRoute({
    id: 'feed.discover',
    method: 'GET',
    path: '/api/feed/discover',
    access: 'public',
    rate: 'read',
    summary: 'The two-column discovery feed',
    query: pageQuery.extend({ category: z.enum(interests).optional() }),
    response: pageOf(noteCard),
    problems: ['invalid-cursor'],
  }),
  following: defineRoute({
    id: 'feed.following',
    method: 'GET',
    path: '/api/feed/following',
    access: 'member',
    rate: 'read',
    summary: 'Notes of members I follow, newest first',
    query: pageQuery,
    response: pageOf(noteCard),
    problems: ['invalid-cursor'],
  }),
  newest: defineRoute({
    id: 'feed.newest',
    method: 'GET',
    path: '/api/feed/newest',
    access: 'public',
    rate: 'read',
    summary: 'Every note, newest first: nothing ranked',
    query: pageQuery,
    response: pageOf(noteCard),
    problems: ['invalid-cursor'],
  }),
  events: defineRoute({
    id: 'feed.events',
    method: 'POST',
    path: '/api/events',
    access: 'public',
    rate: 'beacon',
    status: 202,
    summary: 'Batch of impressions, opens and dwell times; each token counts once per kind',
    body: z.object({ events: z.array(viewerEvent).min(1).max(beaconSize) }),
    response: z.object({ accepted: z.number().int() }),
  }),
  why: defineRoute({
    id: 'feed.why',
    method: 'GET',
    path: '/api/feed/why',
    access: 'public',
    rate: 'read',
    summary: 'Why a note stood in this slot, of whatever kind of traffic, and how far its pool had come',
    query: z.object({ token: z.string().min(1).max(512) }),
    response: whyView,
    problems: ['not-found'],
  }),
  view: defineRoute({
    id: 'feed.view',
    method: 'POST',
    path: '/api/notes/:noteId/views',
    access: 'public',
    rate: 'beacon',
    status: 202,
    summary: 'The note was opened (also by link); counts once per viewer',
    params: z.object({ noteId }),
    response: z.object({ viewCount: z.number().int() }),
    problems: ['not-found'],
  }),
};

/** A found note. */
export const searchHit = noteCard.extend({
  /** Absent when the note's own words were met by the words that were typed. */
  foundIn: z
    .object({
      /** `translation`: the typed words stand in the note's translation. `query`: the note has them as they are said in another language. */
      via: z.enum(['translation', 'query']),
      /** Language of the words that were met. */
      language: z.string(),
      /** The words that were met, for `query`. */
      words: z.string().optional(),
    })
    .optional(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchRoutes = {
  notes: defineRoute({
    id: 'search.notes',
    method: 'GET',
    path: '/api/search/notes',
    access: 'public',
    rate: 'search',
    summary: 'Find notes, in whatever language they are written',
    query: z.object({ q: query(), cursor: cursor.optional(), limit: pageQuery.shape.limit }),
    response: pageOf(searchHit),
    problems: ['invalid-cursor'],
  }),
  people: defineRoute({
    id: 'search.people',
    method: 'GET',
    path: '/api/search/people',
    access: 'public',
    rate: 'search',
    summary: 'Find people',
    query: z.object({ q: query() }),
    response: z.object({
      items: z.array(
        z.object({
          handle: z.string(),
          name: z.string(),
          bio: z.string(),
          avatarHue: z.number().int(),
          avatarUrl: z.string().optional(),
          followerCount: z.number().int(),
          follows: z.boolean(),
        }),
      ),
    }),
  }),
  topics: defineRoute({
    id: 'search.topics',
    method: 'GET',
    path: '/api/search/topics',
    access: 'public',
    rate: 'search',
    summary: 'Find topics',
    query: z.object({ q: query() }),
    response: z.object({
      items: z.array(
        z.object({ id: z.string(), name: z.string(), noteCount: z.number().int(), viewCount: z.number().int() }),
      ),
    }),
  }),
  suggest: defineRoute({
    id: 'search.suggest',
    method: 'GET',
    path: '/api/search/suggestions',
    access: 'public',
    rate: 'search',
    summary: 'What others found under this beginning; without one my own last searches and what is sought today',
    query: z.object({ prefix: z.string().max(100).default('') }),
    response: z.object({ recent: z.array(z.string()), suggestions: z.array(z.string()) }),
  }),
  clearHistory: defineRoute({
    id: 'search.clearHistory',
    method: 'DELETE',
    path: '/api/me/search-history',
    access: 'member',
    rate: 'write',
    summary: 'Forget my searches (or one of them)',
    query: z.object({ q: z.string().max(400).optional() }),
  }),
};

function query() {
  return z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((q) => q.isWellFormed(), { message: 'malformed-text' });
}
