import type { Head } from './facts.ts';

/** Every weight, cap and quota by which traffic is shared out: one public, versioned file. */
export interface TrafficPolicy {
  /** Grows with every change. */
  version: number;
  /** Worth of one act of each kind; a page's score is Σ weight × probability. */
  weights: Readonly<Record<Head, number>>;
  firstPool: {
    /** Part of all impressions that first pools may use, ε. */
    share: number;
    leastQuota: number;
    mostQuota: number;
    deadlineHours: number;
    /** Slots of a page of 20. */
    slots: number;
    /** Largest part of one viewer's impressions. */
    viewerShare: number;
    /** Guaranteed notes of an author a day, and on a member's first day. */
    notesPerAuthor: number;
    notesFirstDay: number;
    /** A note of less than this expected worth, against the page's mean, is not tried on this viewer. */
    fitFloor: number;
  };
  ladder: {
    /** Impressions up to which each pool reaches; beyond the last a note is open. */
    pools: readonly number[];
    /** Quantile of the cell's value rates to be passed. */
    quantile: number;
    promoteAt: number;
    stopAt: number;
  };
  page: {
    size: number;
    authorPerPage: number;
    authorGap: number;
    topicPerPage: number;
    topicRun: number;
    /** Bounds of the curiosity allowance for languages the viewer does not read. */
    leastForeign: number;
    mostForeign: number;
    /** Weight of variety in sliding spectrum decomposition, and its window in slots. */
    variety: number;
    window: number;
    /** Part of the page for a fresh search, and pages over which it fades. */
    searchShare: number;
    searchPages: number;
    /** Largest part of impressions that may be paid for; 0: no promotions. */
    paidShare: number;
  };
  balance: {
    /** Native creators' impressions per note against their own trailing median. */
    nativeFloor: number;
    /** Newcomers' share of a native's page against that native's own preference. */
    newcomerCeiling: number;
    controlMinutes: number;
    /** Whether the controllers act; armed by alarms or by hand. */
    isArmed: boolean;
  };
  spiral: { share: number; growth: number; minutes: number };
  spare: { weight: number; halfLifeDays: number };
}

/** Sources: docs "engine": The page, First pool and promotion, Culture balance, At once. */
export const defaultPolicy: TrafficPolicy = {
  version: 1,
  weights: { open: 0.2, long: 0.3, like: 1, collect: 1.5, comment: 2, share: 2, follow: 3, hide: -40 },
  firstPool: {
    share: 0.2,
    leastQuota: 20,
    mostQuota: 100,
    deadlineHours: 24,
    slots: 4,
    viewerShare: 0.2,
    notesPerAuthor: 5,
    notesFirstDay: 2,
    fitFloor: 0.35,
  },
  ladder: { pools: [100, 500, 2_000, 20_000, 100_000], quantile: 0.6, promoteAt: 0.7, stopAt: 0.1 },
  page: {
    size: 20,
    authorPerPage: 2,
    authorGap: 5,
    topicPerPage: 4,
    topicRun: 2,
    leastForeign: 0.1,
    mostForeign: 0.4,
    variety: 0.2,
    window: 10,
    searchShare: 0.3,
    searchPages: 3,
    paidShare: 0,
  },
  balance: { nativeFloor: 0.85, newcomerCeiling: 1.25, controlMinutes: 5, isArmed: false },
  spiral: { share: 0.1, growth: 1.3, minutes: 10 },
  spare: { weight: 0.1, halfLifeDays: 7 },
};
