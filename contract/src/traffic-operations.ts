import { z } from 'zod';
import { houseExposureView } from './exposure.ts';
import { instant, noteId } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { trafficPolicy } from './traffic-words.ts';

const count = z.number().int();

/** A page by another policy, from the same log: what would have been shown. */
export const whatIfSide = z.object({
  impressionsByGroup: z.record(z.string(), z.number()),
  impressionsByLanguage: z.record(z.string(), z.number()),
  firstAudienceShare: z.number(),
  noteGini: z.number(),
  /** Expected worth of a page, the present policy being 1. */
  value: z.number(),
  foreignShare: z.number(),
  topicShare: z.number(),
});

const draft = trafficPolicy.omit({ version: true });

export const signalKinds = ['concentration', 'traffic-tag', 'coordinated-arrival'] as const;

export const signalView = z.object({
  id: z.uuid(),
  kind: z.enum(signalKinds),
  /** What it is about, in words of the house: a topic's name, an author's handle, a note's title. */
  subject: z.object({ kind: z.enum(['topic', 'member', 'note', 'house']), id: z.string(), name: z.string() }),
  score: z.number(),
  threshold: z.number(),
  /** The figures it rests on, named. */
  evidence: z.array(z.object({ name: z.string(), value: z.number(), of: z.number().optional() })),
  examples: z.array(z.object({ noteId, title: z.string() })),
  from: instant,
  until: instant,
  state: z.enum(['open', 'dismissed']),
});

export const promotionView = z.object({
  id: z.uuid(),
  noteId,
  noteTitle: z.string(),
  authorHandle: z.string(),
  payer: z.string(),
  impressions: count,
  delivered: count,
  startsAt: instant,
  endsAt: instant,
  state: z.enum(['waiting', 'running', 'done', 'stopped']),
});

export const trafficOperationsRoutes = {
  overview: defineRoute({
    id: 'trafficOperations.overview',
    method: 'GET',
    path: '/api/operations/traffic',
    access: 'operator',
    rate: 'read',
    summary: 'The engine: what it holds, how fast it is, what is waiting, and the public account beside it',
    response: z.object({
      exposure: houseExposureView,
      engine: z.object({
        ranking: z.enum(['engine', 'interim']),
        notes: count,
        members: count,
        bytes: count,
        position: count,
        /** Facts of the log that are not applied yet. */
        behind: count,
        pagesPerMinute: z.number(),
        p50Milliseconds: z.number().optional(),
        p99Milliseconds: z.number().optional(),
        snapshotAt: instant.optional(),
        snapshotBytes: count.optional(),
        waitingForFirstPool: count,
        overdue: count,
        isQuotaBelowFull: z.boolean(),
        relaxedLastHour: z.record(z.string(), count),
        nodes: z.array(z.object({ name: z.string(), position: count, seenAt: instant })),
      }),
      openSignals: count,
    }),
  }),
  whatIf: defineRoute({
    id: 'trafficOperations.whatIf',
    method: 'POST',
    path: '/api/operations/traffic/what-if',
    access: 'operator',
    rate: 'export',
    summary: 'Replay the pages of the last day with other weights and caps; changes nothing',
    body: z.object({ policy: draft, pages: z.number().int().min(20).max(2_000).default(300) }),
    response: z.object({ pages: count, present: whatIfSide, proposed: whatIfSide }),
  }),
  changePolicy: defineRoute({
    id: 'trafficOperations.changePolicy',
    method: 'PUT',
    path: '/api/operations/traffic/policy',
    access: 'operator',
    rate: 'write',
    summary: 'Put a new policy in force; everyone can read what changed and why',
    body: z.object({ policy: draft, why: z.string().trim().min(3).max(500), basedOn: count }),
    response: z.object({ policy: trafficPolicy }),
    problems: ['changed-meanwhile'],
  }),
  signals: defineRoute({
    id: 'trafficOperations.signals',
    method: 'GET',
    path: '/api/moderation/signals',
    access: 'moderator',
    rate: 'read',
    summary: 'Concentration, misused topics, coordinated arrival: evidence to look at, nothing is done by itself',
    query: pageQuery.extend({ state: z.enum(['open', 'dismissed']).default('open') }),
    response: pageOf(signalView),
    problems: ['invalid-cursor'],
  }),
  dismissSignal: defineRoute({
    id: 'trafficOperations.dismissSignal',
    method: 'PUT',
    path: '/api/moderation/signals/:signalId/dismissal',
    access: 'moderator',
    rate: 'write',
    summary: 'Looked at',
    params: z.object({ signalId: z.uuid() }),
    problems: ['not-found'],
  }),
  promotions: defineRoute({
    id: 'trafficOperations.promotions',
    method: 'GET',
    path: '/api/operations/promotions',
    access: 'operator',
    rate: 'read',
    summary: 'Paid traffic: what was bought and what was delivered, newest first',
    query: pageQuery,
    response: pageOf(promotionView),
    problems: ['invalid-cursor'],
  }),
  promote: defineRoute({
    id: 'trafficOperations.promote',
    method: 'POST',
    path: '/api/operations/promotions',
    access: 'operator',
    rate: 'write',
    status: 201,
    idempotent: true,
    summary: 'Give a note paid impressions, always labelled; refused while the policy allows none',
    body: z.object({
      noteId,
      payer: z.string().trim().min(1).max(100),
      impressions: z.number().int().min(1).max(1_000_000),
      days: z.number().int().min(1).max(90),
    }),
    response: promotionView,
    problems: ['not-found', 'conflict'],
  }),
  stopPromotion: defineRoute({
    id: 'trafficOperations.stopPromotion',
    method: 'DELETE',
    path: '/api/operations/promotions/:promotionId',
    access: 'operator',
    rate: 'write',
    summary: 'Stop it; what was delivered stays in the ledger',
    params: z.object({ promotionId: z.uuid() }),
    problems: ['not-found'],
  }),
};
