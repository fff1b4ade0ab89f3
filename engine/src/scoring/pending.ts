import { type Columns, column } from '../memory/columns.ts';
import { SCORED_TOPICS, type ScoredNotes, type ScoredViewer } from './exposure.ts';
import { mixKeys } from './mix-keys.ts';
import { HEADS } from './rate-table.ts';
import type { Scorer } from './scorer.ts';

/**
 * 88 bytes an impression; capacity `pending`, a power of two: at least the impressions of half an hour, or acts that come late are
 * not joined to theirs.
 */
export const pendingColumns = {
  /** Sequence numbers: of the next impression, and of the oldest that is not learnt yet. */
  pendingEnds: column('f64', 2),
  /** Sequence number, plus one, of the latest impression of a bucket; that of the one before it in the same bucket. */
  pendingBucket: column('f64', 'pending'),
  pendingBefore: column('f64', 'pending'),
  pendingWho: column('u32', 'pending'),
  pendingViewer: column('u32', 'pending'),
  pendingGroup: column('u8', 'pending'),
  pendingReads: column('u32', 'pending'),
  pendingSurface: column('u8', 'pending'),
  pendingNote: column('u32', 'pending'),
  pendingAuthor: column('u32', 'pending'),
  pendingTopics: column('u32', 'pending', SCORED_TOPICS),
  pendingCategory: column('u32', 'pending'),
  pendingLanguage: column('u32', 'pending'),
  pendingFormat: column('u32', 'pending'),
  pendingSimilarity: column('f32', 'pending'),
  pendingCloseness: column('f32', 'pending'),
  pendingAge: column('f32', 'pending'),
  pendingMatch: column('u8', 'pending'),
  pendingTranslated: column('u8', 'pending'),
  pendingFollows: column('u8', 'pending'),
  pendingSlot: column('u8', 'pending'),
  pendingWeight: column('f32', 'pending'),
  /** Seconds since the epoch. */
  pendingAt: column('u32', 'pending'),
  /** Bits of the heads that were done. */
  pendingDone: column('u8', 'pending'),
  pendingIsLearnt: column('u8', 'pending'),
} as const;

// Design, State and research §4.3: an impression counts as passed over after a minute, acts within half an hour are its own.
const PASSED_OVER_SECONDS = 60;
const JOIN_SECONDS = 30 * 60;
const ALL_HEADS = 2 ** HEADS - 1;
// Impressions in one bucket before the search is given up: at one a bucket on average, 16 are less likely than one in 10^13.
const MOST_STEPS = 16;

export interface Pending {
  /**
   * A card was seen. It is learnt from a minute later.
   *
   * @param who name of the viewer by which acts are joined; unlike `viewer.viewer` never 0
   * @param weight `importanceOf` the propensity
   * @param seconds since the epoch
   */
  impression(who: number, viewer: ScoredViewer, notes: ScoredNotes, at: number, weight: number, seconds: number): void;
  /** Something was done with a note: joined to its impression, if that is not too long ago. */
  act(who: number, note: number, head: number, seconds: number): void;
  /** It was taken back; what is learnt already stays learnt. */
  undo(who: number, note: number, head: number): void;
  /** Learns from impressions that are a minute old. */
  advance(seconds: number): void;
}

/**
 * Impressions whose outcome is not known yet, in a ring. What is done after the minute was first learnt as passed over and is learnt
 * again as done: the fake negatives of Ktena et al. (RecSys 2019), whose bias is small where acts are rare.
 */
export function openPending(
  columns: Columns<typeof pendingColumns>,
  scorer: Pick<Scorer, 'learn' | 'learnLate'>,
): Pending {
  const { pendingEnds, pendingBucket, pendingBefore, pendingWho, pendingAt, pendingDone, pendingIsLearnt } = columns;
  const capacity = pendingWho.length;
  const mask = capacity - 1;
  if (capacity === 0 || (capacity & mask) !== 0) throw new RangeError('pending must be a power of two');
  const ring = notesOf(columns);
  const viewer = { viewer: 0, group: 0, language: 0, surface: 0 };

  function impression(who: number, of: ScoredViewer, notes: ScoredNotes, at: number, weight: number, seconds: number) {
    const sequence = pendingEnds[0] as number;
    if (sequence - (pendingEnds[1] as number) >= capacity) learnOldest();
    const row = sequence & mask;
    copyNote(notes, at, ring, row);
    columns.pendingViewer[row] = of.viewer;
    columns.pendingGroup[row] = of.group;
    columns.pendingReads[row] = of.language;
    columns.pendingSurface[row] = of.surface;
    columns.pendingWeight[row] = weight;
    pendingWho[row] = who;
    pendingAt[row] = seconds;
    pendingDone[row] = 0;
    pendingIsLearnt[row] = 0;
    const bucket = bucketOf(who, ring.note[row] as number);
    pendingBefore[row] = pendingBucket[bucket] as number;
    pendingBucket[bucket] = sequence + 1;
    pendingEnds[0] = sequence + 1;
  }

  function act(who: number, note: number, head: number, seconds: number) {
    const row = find(who, note);
    if (row < 0 || seconds - (pendingAt[row] as number) > JOIN_SECONDS) return;
    const done = pendingDone[row] as number;
    if ((done >>> head) & 1) return;
    pendingDone[row] = done | (1 << head);
    if (pendingIsLearnt[row]) scorer.learnLate(viewerOf(row), ring, row, head, columns.pendingWeight[row] as number);
  }

  function undo(who: number, note: number, head: number) {
    const row = find(who, note);
    if (row >= 0 && !pendingIsLearnt[row]) pendingDone[row] = (pendingDone[row] as number) & ~(1 << head);
  }

  function advance(seconds: number) {
    while ((pendingEnds[1] as number) < (pendingEnds[0] as number)) {
      const at = pendingAt[(pendingEnds[1] as number) & mask] as number;
      if (seconds - at < PASSED_OVER_SECONDS) return;
      learnOldest();
    }
  }

  function learnOldest() {
    const sequence = pendingEnds[1] as number;
    const row = sequence & mask;
    pendingEnds[1] = sequence + 1;
    pendingIsLearnt[row] = 1;
    const [done, at, weight] = [
      pendingDone[row] as number,
      pendingAt[row] as number,
      columns.pendingWeight[row] as number,
    ];
    scorer.learn(viewerOf(row), ring, row, { done, known: ALL_HEADS, weight, at });
  }

  /** Row of the viewer's latest impression of the note, or -1. */
  function find(who: number, note: number): number {
    const oldest = (pendingEnds[0] as number) - capacity;
    let sequence = (pendingBucket[bucketOf(who, note)] as number) - 1;
    for (let step = 0; step < MOST_STEPS && sequence >= 0 && sequence >= oldest; step += 1) {
      const row = sequence & mask;
      if (pendingWho[row] === who && ring.note[row] === note) return row;
      sequence = (pendingBefore[row] as number) - 1;
    }
    return -1;
  }

  function bucketOf(who: number, note: number): number {
    return mixKeys(64, who, note) & mask;
  }

  function viewerOf(row: number): ScoredViewer {
    viewer.viewer = columns.pendingViewer[row] as number;
    viewer.group = columns.pendingGroup[row] as number;
    viewer.language = columns.pendingReads[row] as number;
    viewer.surface = columns.pendingSurface[row] as number;
    return viewer;
  }

  return { impression, act, undo, advance };
}

/** The ring as notes that the scorer reads where they stand. */
function notesOf(columns: Columns<typeof pendingColumns>): ScoredNotes {
  return {
    note: columns.pendingNote,
    author: columns.pendingAuthor,
    topics: columns.pendingTopics,
    category: columns.pendingCategory,
    language: columns.pendingLanguage,
    format: columns.pendingFormat,
    similarity: columns.pendingSimilarity,
    closeness: columns.pendingCloseness,
    ageHours: columns.pendingAge,
    languageMatch: columns.pendingMatch,
    translated: columns.pendingTranslated,
    follows: columns.pendingFollows,
    slot: columns.pendingSlot,
  };
}

function copyNote(from: ScoredNotes, at: number, to: ScoredNotes, row: number) {
  to.note[row] = from.note[at] as number;
  to.author[row] = from.author[at] as number;
  for (let place = 0; place < SCORED_TOPICS; place += 1) {
    to.topics[row * SCORED_TOPICS + place] = from.topics[at * SCORED_TOPICS + place] as number;
  }
  to.category[row] = from.category[at] as number;
  to.language[row] = from.language[at] as number;
  to.format[row] = from.format[at] as number;
  to.similarity[row] = from.similarity[at] as number;
  to.closeness[row] = from.closeness[at] as number;
  to.ageHours[row] = from.ageHours[at] as number;
  to.languageMatch[row] = from.languageMatch[at] as number;
  to.translated[row] = from.translated[at] as number;
  to.follows[row] = from.follows[at] as number;
  to.slot[row] = from.slot[at] as number;
}
