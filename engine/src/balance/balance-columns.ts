import { column } from '../memory/columns.ts';

/** Groups of `memberGroups`, as creators and as viewers. */
export const GROUPS = 3;
/** Languages told apart, by their code; those of higher codes, which appeared last, are counted together as the last one. */
export const LANGUAGES = 32;

/** Rings of a day in buckets of five minutes. */
export const BUCKET_SECONDS = 300;
export const BUCKETS = 288;
export const CELLS = GROUPS * GROUPS * LANGUAGES;
export const NOTE_CELLS = GROUPS * LANGUAGES;

export const TOPIC_SLOTS = 4_096;
/** Four samples a day for 14 days (design "Culture balance": trailing 14-day median). */
export const SAMPLES = 56;
/** The brake's window and the one before, five parts each. */
export const FLOW_PARTS = 10;
/** Topics held back at a time: with six topics a note, no more can hold a tenth of the impressions each. */
export const HELD_TOPICS = 64;

/** Indexes into `balanceHouse`. */
export const house = {
  now: 0,
  controlledAt: 1,
  flowPart: 2,
  dayAt: 3,
  /** Native viewers' impressions, decayed over a day. */
  dayTotal: 4,
  heldCursor: 5,
  tasteAt: 6,
  /** Newcomers' notes among those natives were shown beside first pools, and what the natives' preferences amount to. */
  sharedAt: 7,
  shownNewcomers: 8,
  preferredNewcomers: 9,
  nativeNow: 10,
  nativeMedian: 11,
  nativeRatio: 12,
  /** Measured, integral and output of the three controllers. */
  controllers: 16,
} as const;
const HOUSE_NUMBERS = 32;

/** Culture balance: 1.7 MB of tables of fixed size, identical in every replica. Seconds since the epoch. */
export const balanceColumns = {
  /** Number of the five minutes that the bucket holds. */
  balanceBucket: column('u32', BUCKETS),
  /** Impressions by creator group × viewer group × language. */
  balanceShown: column('u32', BUCKETS, CELLS),
  /** Compliant notes by creator group × language. */
  balanceNotes: column('u32', BUCKETS, NOTE_CELLS),

  /** By viewer group × language, decayed over a week: likings, and impressions. */
  balanceLiked: column('f32', GROUPS, LANGUAGES),
  balanceSeen: column('f32', GROUPS, LANGUAGES),

  /** Topic's row plus one; 302 bytes a topic with what follows. */
  balanceTopic: column('u32', TOPIC_SLOTS),
  balanceTopicAt: column('u32', TOPIC_SLOTS),
  /** Native creators' impressions and notes, decayed. */
  balanceTopicShown: column('f32', TOPIC_SLOTS),
  balanceTopicNotes: column('f32', TOPIC_SLOTS),
  balanceTopicSampledAt: column('u32', TOPIC_SLOTS),
  balanceTopicSampleCount: column('u16', TOPIC_SLOTS),
  balanceTopicSamples: column('f32', TOPIC_SLOTS, SAMPLES),
  balanceTopicMedian: column('f32', TOPIC_SLOTS),
  /** Native viewers' impressions: decayed over a day, and in the parts of the brake's windows. */
  balanceTopicDay: column('f32', TOPIC_SLOTS),
  balanceTopicFlow: column('u32', TOPIC_SLOTS, FLOW_PARTS),
  balanceTopicFlowPart: column('u32', TOPIC_SLOTS),
  /** Part of the impressions that the brake takes away: 0 for most. */
  balanceTopicHeld: column('f32', TOPIC_SLOTS),

  balanceFlow: column('u32', FLOW_PARTS),
  /** Slots of topics that are held back, plus one. */
  balanceHeld: column('u32', HELD_TOPICS),

  balanceHouse: column('f64', HOUSE_NUMBERS),
} as const;
