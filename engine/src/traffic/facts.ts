/**
 * What the engine is told, in log order. A fact says everything the engine needs: applying the same facts in the same order gives
 * the same state on every machine. Times are ms since the epoch; ids are opaque strings (UUIDs in the server), `viewer` is a
 * member id or the random key of a visitor.
 */
export type Fact =
  | NoteFact
  | { kind: 'note-gone'; at: number; note: string }
  | MemberFact
  | { kind: 'member-gone'; at: number; member: string }
  | ImpressionFact
  | { kind: 'act'; at: number; viewer: string; note: string; act: Act }
  | { kind: 'follow' | 'unfollow'; at: number; member: string; author: string }
  | SearchFact
  | { kind: 'control'; at: number; viewer: string; control: Control }
  | { kind: 'promotion'; at: number; promotion: string; note: string; impressions: number; until: number }
  | { kind: 'policy'; at: number; policy: TrafficPolicy }
  /** Nothing happened but time: controllers and deadlines are looked at. */
  | { kind: 'tick'; at: number };

/** A compliant note; said again when something of it changed. */
export interface NoteFact {
  kind: 'note';
  at: number;
  note: string;
  author: string;
  publishedAt: number;
  /** BCP 47, `und` or `zxx`. */
  language: string;
  /** Topics by concept: the spellings of one topic are one. At most 10 count. */
  topics: readonly string[];
  category?: string | undefined;
  country?: string | undefined;
  media: 'pictures' | 'video' | 'text';
  /** Near-duplicates of each other carry the same name. */
  duplicateGroup?: string | undefined;
  /** 64 numbers, see `noteVector`. */
  vector: Int8Array;
  /** The author's group when the note was published. */
  authorGroup: MemberGroup;
  authorFollowers: number;
}

export interface MemberFact {
  kind: 'member';
  at: number;
  member: string;
  group: MemberGroup;
  joinedAt: number;
  languages: readonly string[];
  country?: string | undefined;
  /** Interests named at sign-up: categories. */
  interests: readonly string[];
}

/** Native members, those who joined during the influx, and those who are back after a long time away. */
export const memberGroups = ['native', 'newcomer', 'returning'] as const;
export type MemberGroup = (typeof memberGroups)[number];

/** Words a viewer searched for, and what was found. */
export interface SearchFact {
  kind: 'search';
  at: number;
  viewer: string;
  vector: Int8Array;
  /** Topics that were meant. */
  topics: readonly string[];
  /** Notes that answer, best first; at most 20 count. */
  notes?: readonly string[];
}

/** A card at least half visible for a second, the first time for this viewer and note. */
export interface ImpressionFact {
  kind: 'impression';
  at: number;
  viewer: string;
  note: string;
  surface: Surface;
  traffic: TrafficKind;
  reason: ReasonCode;
  /** Pool level when the page was made. */
  pool: number;
  slot: number;
  /** Chance this policy gave the note this slot, in (0, 1]. */
  propensity: number;
  promotion?: string | undefined;
}

export const surfaces = ['discover', 'following', 'newest', 'search'] as const;
export type Surface = (typeof surfaces)[number];

/** Free: shared out by the house. Paid: a promotion. Interaction: the viewer's own search, follows or link led there. */
export const trafficKinds = ['free', 'paid', 'interaction'] as const;
export type TrafficKind = (typeof trafficKinds)[number];

/** The eight heads of the scorer, in the order of its weights. */
export const heads = ['open', 'long', 'like', 'collect', 'comment', 'share', 'follow', 'hide'] as const;
export type Head = (typeof heads)[number];

/** What a viewer did with a note; `un…` takes it back. */
export type Act = Head | 'unlike' | 'uncollect' | 'report';

/** Why a note stands on a page; the first of a slot's reasons is the main one. Order is part of stored tokens: only append. */
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

/** A member's word on their own feed; the last of each kind counts, `reset` forgets all and what was learnt. */
export type Control =
  | { kind: 'spare'; id: string; what: 'note' | 'author' | 'topic' | 'language'; note: string; subject: string }
  | { kind: 'unspare'; id: string }
  /** Share of pages in languages the viewer does not read, 0–1; absent: the house's own measure. */
  | { kind: 'language-mix'; foreign: number | undefined }
  | { kind: 'topic-intensity'; topic: string; intensity: Intensity }
  | { kind: 'newcomers'; intensity: Intensity }
  | { kind: 'exploration'; intensity: Intensity }
  /** The interests as they stood at the end of that day (UTC, `YYYY-MM-DD`), or `before` the last restoring. */
  | { kind: 'restore'; day: string }
  | { kind: 'forget-search' }
  | { kind: 'reset' };

export const intensities = ['less', 'usual', 'more'] as const;
export type Intensity = (typeof intensities)[number];

export type { TrafficPolicy } from './policy.ts';

import type { TrafficPolicy } from './policy.ts';
