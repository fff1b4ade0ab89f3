import { z } from 'zod';
import { countryCode, instant, noteId } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { memberGroups, poolSteps, reasonCodes, surfaces, trafficKinds, trafficPolicy } from './traffic-words.ts';

const count = z.number().int();
const impressionsBy = <S extends z.ZodType>(key: S) => z.array(z.object({ key, impressions: count }));

/** How far a note has come. Pool 1 is the first pool. */
export const poolView = z.object({
  state: z.enum(['waiting', 'first-pool', 'climbing', 'stopped', 'open', 'not-promised']),
  pool: count,
  poolCount: count,
  /** Impressions of this pool so far, and how many it reaches up to. */
  impressions: count,
  quota: count.optional(),
  deadlineAt: instant.optional(),
  /** Whether the first pool was full in time; absent while time is left. */
  isPromiseKept: z.boolean().optional(),
  /** Worth of an impression, and that of the note's cell (topic × language × age). */
  rate: z.number().optional(),
  cellRate: z.number().optional(),
  cellNotes: count.optional(),
});

export const noteExposureView = z.object({
  noteId,
  impressions: count,
  viewers: z.object({
    opened: count,
    liked: count,
    collected: count,
    commented: count,
    shared: count,
    followed: count,
  }),
  /** Opens read in translation, of all opens; absent below five. */
  translatedShare: z.number().optional(),
  byTraffic: impressionsBy(z.enum(trafficKinds)),
  bySurface: impressionsBy(z.enum(surfaces)),
  byReason: impressionsBy(z.enum(reasonCodes)),
  byLanguage: impressionsBy(z.string()),
  /** Countries with fewer than five viewers stand together as `other`. */
  byCountry: impressionsBy(countryCode.or(z.literal('other')).or(z.literal('unknown'))),
  byGroup: impressionsBy(z.enum(memberGroups).or(z.literal('visitor'))),
  byHour: z.array(z.object({ at: instant, impressions: count })),
  pool: poolView,
  steps: z.array(
    z.object({
      at: instant,
      step: z.enum(poolSteps),
      from: count,
      to: count,
      impressions: count,
      quota: count.optional(),
      rate: z.number().optional(),
      cellRate: z.number().optional(),
    }),
  ),
  /** The ledger's rows of this note are as many as its counted impressions. */
  isBalanced: z.boolean(),
  asOf: instant,
});
export type NoteExposureView = z.infer<typeof noteExposureView>;

const cell = z.object({
  authorGroup: z.enum(memberGroups),
  language: z.string(),
  viewerGroup: z.enum(memberGroups).or(z.literal('visitor')),
  impressions: count,
  share: z.number(),
});

/** What the house owes and how it pays: the public page. */
export const houseExposureView = z.object({
  days: count,
  impressions: count,
  byTraffic: impressionsBy(z.enum(trafficKinds)),
  byReason: impressionsBy(z.enum(reasonCodes)),
  cells: z.array(cell),
  /** A group's share of impressions against its share of active members; 1 is even. */
  disproportion: z.array(
    z.object({
      group: z.enum(memberGroups),
      exposureShare: z.number(),
      memberShare: z.number(),
      ratio: z.number().optional(),
    }),
  ),
  /** Inequality of impressions over the notes published in these days, 0–1; absent below ten notes. */
  noteGini: z.number().optional(),
  /** Share of impressions that went to authors with fewer than a thousand followers. */
  smallAuthorShare: z.number().optional(),
  promises: z.object({
    due: count,
    kept: count,
    share: z.number().optional(),
    medianHours: z.number().optional(),
    quota: count,
    fullQuota: count,
  }),
  /** Largest part of the first twenty slots that one topic or language held, per viewer: middle and 95th of a hundred. */
  sameness: z.array(z.object({ of: z.enum(['topic', 'language', 'newcomer']), p50: z.number(), p95: z.number() })),
  /** Distance (Jensen–Shannon, 0–1) between the languages viewers open and those they are shown. */
  languageDistance: z.number().optional(),
  controllers: z.object({
    isArmed: z.boolean(),
    nativeBoost: z.number(),
    newcomerUrgency: z.number(),
    newcomerCeiling: z.number(),
    braked: z.array(z.object({ topic: z.string(), share: z.number(), factor: z.number() })),
  }),
  timeline: z.array(z.object({ at: instant, free: count, paid: count, interaction: count })),
  ranking: z.enum(['engine', 'interim']),
  /** Rows of the ledger and counted impressions; equal unless something is wrong. */
  ledger: z.object({ rows: count, counted: count, isBalanced: z.boolean() }),
  asOf: instant,
});
export type HouseExposureView = z.infer<typeof houseExposureView>;

export const policyChange = z.object({
  version: count,
  at: instant,
  by: z.string().optional(),
  why: z.string(),
  changes: z.array(z.object({ path: z.string(), from: z.string(), to: z.string() })),
});

export const exposureRoutes = {
  note: defineRoute({
    id: 'exposure.note',
    method: 'GET',
    path: '/api/notes/:noteId/exposure',
    access: 'member',
    rate: 'read',
    summary: 'Who saw my note, why, and how far it came',
    params: z.object({ noteId }),
    response: noteExposureView,
    problems: ['not-found'],
  }),
  mine: defineRoute({
    id: 'exposure.mine',
    method: 'GET',
    path: '/api/me/exposure',
    access: 'member',
    rate: 'read',
    summary: 'My notes and how far they came, newest first',
    query: pageQuery,
    response: pageOf(
      z.object({
        noteId,
        title: z.string(),
        language: z.string(),
        publishedAt: instant,
        impressions: count,
        opens: count,
        likes: count,
        collects: count,
        comments: count,
        pool: poolView,
      }),
    ),
    problems: ['invalid-cursor'],
  }),
  house: defineRoute({
    id: 'exposure.house',
    method: 'GET',
    path: '/api/exposure',
    access: 'public',
    rate: 'read',
    summary: 'How the house shared out attention: the public account',
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
    response: houseExposureView,
  }),
  policy: defineRoute({
    id: 'exposure.policy',
    method: 'GET',
    path: '/api/exposure/policy',
    access: 'public',
    rate: 'read',
    summary: 'Weights, caps and quotas in force, and every change of them',
    response: z.object({ policy: trafficPolicy, history: z.array(policyChange) }),
  }),
};
