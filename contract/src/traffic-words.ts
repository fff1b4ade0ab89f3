import { z } from 'zod';

/** Kinds of traffic: shared out by the house, paid for, or led to by the viewer's own search, follows or link. */
export const trafficKinds = ['free', 'paid', 'interaction'] as const;

/** Where a card stood. */
export const surfaces = ['discover', 'following', 'newest', 'search'] as const;

export const memberGroups = ['native', 'newcomer', 'returning'] as const;

/** Why a note stands on a page. */
export const reasonCodes = [
  'first-audience',
  'follows-author',
  'like-collected',
  'like-opened',
  'topic',
  'search',
  'co-likers',
  'nearby',
  'trending',
  'new-topic',
  'other-language',
  'promoted',
  'popular',
  'newest',
  'found',
  'wished-topic',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const intensities = ['less', 'usual', 'more'] as const;
export const intensity = z.enum(intensities);
export type Intensity = (typeof intensities)[number];

/** Why a note moved between pools, or did not. */
export const poolSteps = ['entered', 'reached', 'missed', 'promoted', 'stopped', 'reopened', 'opened'] as const;

const share = z.number().min(0).max(1);
const weight = z.number().min(-100).max(100);

/** Every weight, cap and quota by which traffic is shared out: one public, versioned document. */
export const trafficPolicy = z.object({
  version: z.number().int(),
  weights: z.object({
    open: weight,
    long: weight,
    like: weight,
    collect: weight,
    comment: weight,
    share: weight,
    follow: weight,
    hide: weight,
  }),
  firstPool: z.object({
    share,
    leastQuota: z.number().int().min(1).max(1_000),
    mostQuota: z.number().int().min(1).max(1_000),
    deadlineHours: z.number().min(1).max(168),
    slots: z.number().int().min(0).max(10),
    viewerShare: share,
    notesPerAuthor: z.number().int().min(1).max(100),
    notesFirstDay: z.number().int().min(1).max(100),
    fitFloor: share,
  }),
  ladder: z.object({
    pools: z.array(z.number().int().min(1).max(100_000_000)).min(1).max(10),
    quantile: share,
    promoteAt: share,
    stopAt: share,
  }),
  page: z.object({
    size: z.number().int().min(5).max(50),
    authorPerPage: z.number().int().min(1).max(20),
    authorGap: z.number().int().min(0).max(20),
    topicPerPage: z.number().int().min(1).max(20),
    topicRun: z.number().int().min(1).max(20),
    leastForeign: share,
    mostForeign: share,
    variety: z.number().min(0).max(10),
    window: z.number().int().min(1).max(20),
    searchShare: share,
    searchPages: z.number().int().min(1).max(10),
    paidShare: z.number().min(0).max(0.25),
  }),
  balance: z.object({
    nativeFloor: z.number().min(0).max(2),
    newcomerCeiling: z.number().min(0.1).max(10),
    controlMinutes: z.number().min(1).max(60),
    isArmed: z.boolean(),
  }),
  spiral: z.object({ share, growth: z.number().min(1).max(10), minutes: z.number().min(1).max(120) }),
  spare: z.object({ weight: share, halfLifeDays: z.number().min(0.1).max(365) }),
});
export type TrafficPolicyView = z.infer<typeof trafficPolicy>;
