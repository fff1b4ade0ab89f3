import type { ScoredNotes, ScoredViewer } from './exposure.ts';
import { SCORED_TOPICS } from './exposure.ts';
import { keyOf, mixKeys } from './mix-keys.ts';

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
const VIEWER_TOPIC_KEY = keyKinds.indexOf('viewer-topic');

// Hours in which freshness falls to a half, and in which age counts little by little: a first audience is due within a day.
const FRESH_HOURS = 6;
const DAY_HOURS = 24;

/** Whether a key is of one of several topics. */
export const isTopicKey = Uint8Array.from(keyKinds, (kind) => (kind.endsWith('topic') ? 1 : 0));

/** Keys of what all candidates of a page share: surface, viewer, the two together. */
export function writeViewerKeys(viewer: ScoredViewer, keys: Uint32Array) {
  keys[0] = keyOf(0, viewer.surface);
  keys[2] = keyOf(2, viewer.viewer);
  keys[11] = mixKeys(11, viewer.viewer, viewer.surface);
}

/** Keys that differ from candidate to candidate. */
export function writeNoteKeys(viewer: ScoredViewer, notes: ScoredNotes, at: number, keys: Uint32Array) {
  const note = notes.note[at] as number;
  const author = notes.author[at] as number;
  const category = notes.category[at] as number;
  const format = notes.format[at] as number;
  keys[1] = mixKeys(1, viewer.surface, notes.slot[at] as number);
  keys[3] = keyOf(3, note);
  keys[4] = keyOf(4, author);
  for (let place = 0; place < SCORED_TOPICS; place += 1) {
    const topic = notes.topics[at * SCORED_TOPICS + place] as number;
    keys[TOPIC_KEY + place] = keyOf(5, topic);
    keys[VIEWER_TOPIC_KEY + place] = mixKeys(13, viewer.viewer, topic);
  }
  keys[8] = keyOf(8, category);
  keys[9] = keyOf(9, format);
  keys[10] = mixKeys(10, notes.language[at] as number, viewer.language);
  keys[12] = mixKeys(12, note, viewer.group);
  keys[16] = mixKeys(16, viewer.viewer, author);
  keys[17] = mixKeys(17, viewer.viewer, category);
  keys[18] = mixKeys(18, viewer.viewer, format);
}

/** Keys of the crosses; 0 where a part is unknown. */
export function writeCrosses(viewer: ScoredViewer, notes: ScoredNotes, at: number, crosses: Uint32Array) {
  const note = notes.note[at] as number;
  const author = notes.author[at] as number;
  const topic = notes.topics[at * SCORED_TOPICS] as number;
  const category = notes.category[at] as number;
  const format = notes.format[at] as number;
  const { surface } = viewer;
  crosses[0] = mixKeys(32, viewer.viewer, topic);
  crosses[1] = mixKeys(33, viewer.viewer, notes.topics[at * SCORED_TOPICS + 1] as number);
  crosses[2] = mixKeys(34, viewer.viewer, author);
  crosses[3] = mixKeys(35, viewer.viewer, category);
  crosses[4] = mixKeys(36, viewer.viewer, format);
  crosses[5] = keyOf(37, note);
  crosses[6] = keyOf(38, author);
  crosses[7] = mixKeys(39, note, surface);
  crosses[8] = mixKeys(40, topic, surface);
  crosses[9] = mixKeys(41, format, surface);
  crosses[10] = mixKeys(42, topic, viewer.group);
  crosses[11] = mixKeys(43, format, topic);
  crosses[12] = mixKeys(44, notes.language[at] as number, viewer.language);
  crosses[13] = mixKeys(45, 1 + stepOf(notes.similarity[at] as number), surface);
  crosses[14] = mixKeys(46, 1 + stepOf(notes.closeness[at] as number), surface);
  crosses[15] = mixKeys(47, 1 + ageStep(notes.ageHours[at] as number), format);
}

export const VIEWER_KEY = keyKinds.indexOf('viewer');
export const NOTE_KEY = keyKinds.indexOf('note');

/** How much is known of viewer and note: their impressions in doublings, 1 for 2^16. */
export function writeKnown(viewerShown: number, noteShown: number, plain: Float64Array) {
  plain[9] = Math.log2(1 + viewerShown) / 16;
  plain[10] = Math.log2(1 + noteShown) / 16;
}

/** The plain numbers; what is not a number counts as nothing known. */
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

function bounded(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? 0 : Math.min(most, Math.max(least, value));
}

// Twentieths.
function stepOf(part: number): number {
  return Math.floor(bounded(part, -1, 1) * 20) + 20;
}

// Doublings: 1 h, 2 h, 4 h … (the first for all below one hour).
function ageStep(hours: number): number {
  return 32 - Math.clz32(bounded(hours, 0, 1e6));
}
