import type { ScoredNotes } from './exposure.ts';

/**
 * Keys whose live rates are features, in the order of an exposure's keys. Up to `MAIN_KEYS` each says something by itself; those
 * after it say what two have to do with each other.
 */
const keyKinds = [
  ...['surface', 'slot', 'viewer', 'note', 'author', 'topic', 'topic', 'topic', 'category', 'format', 'language'],
  ...['viewer-surface', 'note-group', 'viewer-topic', 'viewer-topic', 'viewer-topic'],
  ...['viewer-author', 'viewer-category', 'viewer-format'],
] as const;
export const KEYS = keyKinds.length;
export const MAIN_KEYS = 11;

/** The kinds, each one feature: several topics share one. */
export const rateKinds = [...new Set(keyKinds)];
export const RATES = rateKinds.length;
export const rateOfKey = Uint8Array.from(keyKinds, (kind) => rateKinds.indexOf(kind));

/** Whether a key says something of the viewer: what is kept of them, and may be forgotten or held still. */
export const isViewerKey = Uint8Array.from(keyKinds, (kind) => (kind.startsWith('viewer') ? 1 : 0));

/** Numbers that stand by themselves, in order. */
export const plainNames = [
  'always',
  'similarity',
  'similarity-squared',
  'closeness',
  'age',
  'freshness',
  'language-match',
  'translated',
  'follows',
  'viewer-known',
  'note-known',
] as const;
export const PLAIN = plainNames.length;
/**
 * Rates of the head `long` that tell something of all heads: what is read to the end is liked, and acts too rare to have rates of
 * their own follow it.
 */
const tellingKinds = ['viewer', 'note', 'author', 'viewer-topic', 'viewer-category', 'viewer-format'] as const;
export const telling = Uint8Array.from(tellingKinds, (kind) => rateKinds.indexOf(kind));
export const LONG = 1;

/** Live rates of the head itself, those of `long`, then plain numbers: 32. */
export const DENSE = RATES + telling.length + PLAIN;
export const FIRST_PLAIN = RATES + telling.length;

/** Pairs that get a weight of their own by hashing; the first `VIEWER_CROSSES` say something of the viewer. */
export const CROSSES = 16;
export const VIEWER_CROSSES = 5;

export const TOPIC_KEY = keyKinds.indexOf('topic');
export const VIEWER_TOPIC_KEY = keyKinds.indexOf('viewer-topic');

// Hours in which freshness falls to a half, and in which age counts little by little: a first audience is due within a day.
const FRESH_HOURS = 6;
const DAY_HOURS = 24;

export const VIEWER_KEY = keyKinds.indexOf('viewer');
export const NOTE_KEY = keyKinds.indexOf('note');

/** Whether a key is of one of several topics. */
export const isTopicKey = Uint8Array.from(keyKinds, (kind) => (kind.endsWith('topic') ? 1 : 0));

/** How much is known of a viewer or a note: its impressions in doublings, 1 for 2^16. */
export function known(shown: number): number {
  return shown > 0 ? Math.log2(1 + shown) / 16 : 0;
}

export const VIEWER_KNOWN = plainNames.indexOf('viewer-known');
export const NOTE_KNOWN = plainNames.indexOf('note-known');

/** The plain numbers of a candidate, all but what is known of it; what is not a number counts as nothing known. */
export function writePlain(notes: ScoredNotes, at: number, plain: Float64Array) {
  const similarity = bounded(notes.similarity[at] as number, -1, 1);
  const age = bounded(notes.ageHours[at] as number, 0, 1e6);
  plain[0] = 1;
  plain[1] = similarity;
  plain[2] = similarity * similarity;
  plain[3] = bounded(notes.closeness[at] as number, 0, 1);
  plain[4] = 1 - DAY_HOURS / (DAY_HOURS + age);
  plain[5] = FRESH_HOURS / (FRESH_HOURS + age);
  plain[6] = notes.languageMatch[at] ? 1 : 0;
  plain[7] = notes.translated[at] ? 1 : 0;
  plain[8] = notes.follows[at] ? 1 : 0;
}

export function bounded(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? 0 : Math.min(most, Math.max(least, value));
}
