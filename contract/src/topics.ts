import { z } from 'zod';
import { instant, topicId, topicLinkId } from './ids.ts';
import { readableLanguageTags } from './languages.ts';
import { noteCard, topicRef } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberText } from './text.ts';

/** One concept, many spellings: #猫税 and #cattax are one topic. */
export const topicConcept = z.object({
  /** Other spellings, most used first. */
  spellings: z.array(z.object({ id: topicId, name: z.string(), language: z.string() })),
  /** How the topic is called in a language: language → label. */
  labels: z.record(z.string(), z.string()),
});

export const topicView = topicRef.extend({
  concept: topicConcept.optional(),
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

const linkedTopic = z.object({ id: topicId, name: z.string(), language: z.string(), noteCount: z.number().int() });

export const topicLinkView = z.object({
  id: topicLinkId,
  topic: linkedTopic,
  other: linkedTopic,
  /** Why it was proposed. */
  evidence: z.object({
    kind: z.enum(['member', 'translation', 'together']),
    /** Notes that carry both, or translations that turn one into the other. */
    count: z.number().int(),
    by: z.string().optional(),
  }),
  state: z.enum(['open', 'approved', 'declined']),
  createdAt: instant,
});
export type TopicLinkView = z.infer<typeof topicLinkView>;

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
  proposeLink: defineRoute({
    id: 'topics.proposeLink',
    method: 'POST',
    path: '/api/topics/:name/links',
    access: 'member',
    rate: 'write',
    status: 202,
    summary: 'Propose that another spelling is the same topic',
    params,
    body: z.object({ other: memberText('topic', { singleLine: true }) }),
    response: z.object({ id: topicLinkId, state: z.enum(['open', 'approved', 'declined']) }),
    problems: ['not-found', 'conflict'],
  }),
  listLinks: defineRoute({
    id: 'topics.listLinks',
    method: 'GET',
    path: '/api/moderation/topic-links',
    access: 'moderator',
    rate: 'read',
    summary: 'Spellings that may be one topic, best evidence first',
    query: pageQuery.extend({ state: z.enum(['open', 'approved', 'declined']).default('open') }),
    response: pageOf(topicLinkView),
    problems: ['invalid-cursor'],
  }),
  decideLink: defineRoute({
    id: 'topics.decideLink',
    method: 'POST',
    path: '/api/moderation/topic-links/:linkId/decision',
    access: 'moderator',
    rate: 'write',
    status: 200,
    summary: 'Join two spellings, decline it, or part them again',
    params: z.object({ linkId: topicLinkId }),
    body: z.object({ decision: z.enum(['join', 'decline', 'part']) }),
    response: topicLinkView,
    problems: ['not-found', 'conflict'],
  }),
  setLabel: defineRoute({
    id: 'topics.setLabel',
    method: 'PUT',
    path: '/api/moderation/topics/:name/labels/:language',
    access: 'moderator',
    rate: 'write',
    summary: 'How a topic is called in a language',
    params: params.extend({ language: z.enum(readableLanguageTags) }),
    body: z.object({ label: memberText('topic', { singleLine: true }) }),
    problems: ['not-found'],
  }),
  exportConcepts: defineRoute({
    id: 'topics.exportConcepts',
    method: 'GET',
    path: '/api/topic-concepts.json',
    access: 'public',
    rate: 'export',
    summary: 'All topics that have several spellings, for others to use',
    response: z.object({
      concepts: z.array(
        z.object({
          spellings: z.array(z.object({ name: z.string(), language: z.string() })),
          labels: z.record(z.string(), z.string()),
        }),
      ),
      exportedAt: instant,
    }),
  }),
};
