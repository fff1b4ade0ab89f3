import type { MemberGroup } from '../traffic/facts.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';

/** An impression as the balance counts it. Groups are indexes in `memberGroups`; a visitor counts as native. */
export interface BalanceImpression {
  row: number;
  viewerGroup: number;
  traffic: 'free' | 'paid' | 'interaction';
  /** In the first pool: outside the ceiling for newcomers. */
  isFirstPool: boolean;
  /** The viewer's own preference for newcomers' notes, 0–1. */
  preferredNewcomers: number;
}

/** Writer thread only; `at` in ms since the epoch. */
export interface BalanceWriter {
  usePolicy(policy: TrafficPolicy): void;
  note(row: number, at: number): void;
  impression(impression: BalanceImpression, at: number): void;
  /** Something a viewer did because they liked the note. */
  liking(row: number, viewerGroup: number, at: number): void;
  /** Controllers look at the house every `controlMinutes`. */
  tick(newcomersPromises: PromiseKeeping, at: number): void;
  report(question: BalanceQuestion, at: number): BalanceReport;
}

export interface PromiseKeeping {
  /** Decayed share of newcomers' promises kept, and of their waiting notes that are late. */
  keptNewcomer: number;
  lateNewcomer: number;
}

/** What controllers ask of the ranking. Neutral while they idle: 1, 1 and Infinity. */
export interface BalanceOutputs {
  /** Multiplies scores of native creators' notes. */
  nativeBoost: number;
  /** Multiplies the urgency of newcomers' first pools. */
  newcomerUrgency: number;
  /** A native's page may hold at most this times the native's own preference for newcomers' notes. */
  newcomerCeiling: number;
}

/** Any thread. */
export interface BalanceReader {
  outputs(): BalanceOutputs;
  /**
   * Chance with which a note of this topic may be shown to somebody who neither searched nor follows it.
   *
   * @param topic row in the table of topics (`noteTopics` holds it plus one)
   */
  brakeOf(topic: number): number;
}

export interface BalanceQuestion {
  /** Rows in use are below this. */
  rows: number;
  /** All impressions by row (`poolImpressions`). */
  impressions: Uint32Array;
  /** Notes published within these hours are compared. */
  hours: number;
  /** Active members of each group today, for the disproportion. */
  active?: Readonly<Record<MemberGroup, number>> | undefined;
  /** Language of a code. */
  languageOf: (code: number) => string;
}

export interface BalanceCell {
  creators: MemberGroup;
  viewers: MemberGroup;
  language: string;
  impressions: number;
  /** Compliant notes of these creators in this language. */
  notes: number;
  impressionsPerNote: number;
}

export interface ControllerReport {
  name: 'native-floor' | 'newcomer-promise' | 'newcomer-ceiling';
  measured: number;
  setpoint: number;
  output: number;
  integral: number;
}

export interface BalanceReport {
  cells: readonly BalanceCell[];
  /** Inequality of impressions among notes: 0 all alike, 1 one has all. */
  gini: Readonly<Record<MemberGroup | 'all', number>>;
  /** Jensen–Shannon divergence (bits) between the languages a group's likings went to and those it was shown. */
  languageDivergence: Readonly<Record<MemberGroup, number>>;
  /** Share of exposure against share of active members; undefined where nobody is active. */
  disproportion: Readonly<Record<MemberGroup, number | undefined>>;
  nativePerNote: { now: number; median: number; ratio: number };
  controllers: readonly ControllerReport[];
  isArmed: boolean;
  /** Topics whose growth is held back, by row, with the chance left to them. */
  braked: readonly { topic: number; share: number; cap: number; chance: number }[];
}
