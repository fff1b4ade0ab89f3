import type { TrafficPolicy } from '../traffic/policy.ts';

/** Why a note moved between pools: what its author reads. */
export type TransitionWhy = 'promoted' | 'stopped' | 'reached' | 'missed' | 'reopened';

export interface Transition {
  row: number;
  /** ms since the epoch. */
  at: number;
  /** Pool before and after, 1 for the first; one more than the number of pools: open. */
  from: number;
  to: number;
  why: TransitionWhy;
  /** Free impressions for `reached` and `missed`, all impressions otherwise. */
  impressions: number;
  /** Impressions up to which the pool left reaches. */
  quota: number;
  /** Worth of what viewers did, per impression. */
  rate: number;
  /** Chance that the note is worth more than the cell's quantile. */
  chance: number;
  /** Middle and the policy's quantile of the rates of the note's own cell. */
  cellMedian: number;
  cellQuantile: number;
}

export interface PoolStanding {
  state: 'none' | 'waiting' | 'rising' | 'undecided' | 'stopped' | 'open';
  pool: number;
  pools: number;
  impressions: number;
  /** Impressions up to which the present pool reaches; undefined for an open note. */
  bound: number | undefined;
  rate: number;
  cellMedian: number;
  cellQuantile: number;
  chance: number;
  /** The promise: absent for a note without one. */
  promise: { quota: number; delivered: number; deadline: number } | undefined;
}

/** How much the house can promise at present. */
export interface PoolForecast {
  impressionsPerDay: number;
  guaranteedNotesPerDay: number;
  /** Quota of a note that enters now. */
  quota: number;
  /** The house cannot promise the full quota: operators and authors are told. */
  isBelowFull: boolean;
  waiting: number;
  /** Impressions that waiting notes are owed. */
  owed: number;
  /** Decayed share of promises that were kept, 1 when there were none. */
  kept: number;
  keptNewcomer: number;
  /** Share of newcomers' waiting notes that are behind their schedule. */
  lateNewcomer: number;
}

/** A viewer, as far as first pools are concerned. */
export interface PoolViewer {
  /** `hash32` of the viewer's key. */
  viewer: number;
  impressions: number;
  firstPoolImpressions: number;
}

/** Scratch for one page; rows and scores side by side. Made once by each thread. */
export interface PoolPicks {
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
  /** Urgency of each row, filled by `collect`. */
  readonly urgencies: Float32Array;
  count: number;
}

/** Writer thread only; calls in log order, `at` in ms since the epoch. */
export interface PoolWriter {
  usePolicy(policy: TrafficPolicy): void;
  /**
   * A compliant note stands in the row. Said again for the same note: nothing happens.
   *
   * @returns whether the note is promised a first pool
   */
  enter(row: number, author: { isFirstDay: boolean }, at: number): boolean;
  /** The note is gone, or its row will be used again. */
  leave(row: number): void;
  /** @param kind `free` counts towards the promise */
  impression(row: number, viewer: number, kind: 'free' | 'paid' | 'interaction', at: number): void;
  /** @param change −1 takes one back */
  act(row: number, head: number, change: 1 | -1, at: number): void;
  /** Deadlines that passed, tickets that expired. */
  tick(at: number): void;
  forecast(at: number): PoolForecast;
  standing(row: number, at: number): PoolStanding;
}

/** Any thread. */
export interface PoolReader {
  /**
   * First-pool slots of a page for this viewer: what the waiting notes need, at most the policy's slots and the viewer's share. The
   * fraction is the chance of one more.
   */
  slotsWanted(viewer: PoolViewer, size: number, now: number): number;
  /**
   * The same in whole slots.
   *
   * @param chance a number in [0, 1) that rounds the fraction
   */
  slotsFor(viewer: PoolViewer, size: number, chance: number, now: number): number;
  /**
   * The most urgent notes that the viewer may see and that have a ticket left, at most as many as `picks` holds.
   *
   * @param newcomerUrgency multiplies the urgency of newcomers' notes (`BalanceOutputs`)
   */
  collect(now: number, newcomerUrgency: number, accepts: (row: number) => boolean, picks: PoolPicks): void;
  /**
   * Chooses at most `slots` of the collected notes, the best fit first, and takes a ticket for each. Scores are filled in by the caller.
   *
   * @param pageMean mean score of the page's other notes; what falls below the policy's floor against it is not chosen
   * @param chosen indexes into `picks`
   * @returns how many were chosen
   */
  choose(picks: PoolPicks, slots: number, pageMean: number, viewer: number, now: number, chosen: Uint32Array): number;
  /** Chance with which a candidate may stand on a page for what its pool is concerned: 1 below the bound, 0 when stopped. */
  admission(row: number): number;
  level(row: number): number;
  /** Gives a slot back that was taken for a page that was not sent. */
  giveBack(row: number, viewer: number): void;
}

/**
 * `openPools(columns, notes, policy, emit)` in open-pools.ts. One object for all threads: readers call `PoolReader` only.
 * `columns`: `poolColumns` and `poolLocalColumns`.
 */
export interface Pools extends PoolWriter, PoolReader {
  /** After a start, and whenever the mode changes: tickets for what is still owed, or none until leases come. */
  resetTickets(isLeased: boolean): void;
  /** Tickets more (or, negative, fewer) from this process's leases. */
  grant(row: number, tickets: number): void;
}
