import { type Capacities, type Columns, column } from '../memory/columns.ts';
import { noteColumns, VECTOR_LENGTH } from './note-columns.ts';

/** Lists of the newest notes of a language, a group of authors in a language, a country and a category. */
export const LANGUAGES = 128;
export const CATEGORIES = 64;
/** ISO 3166-1 knows 249; the rest is room for codes that were withdrawn or made up. */
export const COUNTRIES = 320;
/** Notes that such a list remembers: several times what a page asks of it. */
export const RING_LENGTH = 512;
/** Category pages are walked further down than other lists. */
export const CATEGORY_RING_LENGTH = 2_048;

/**
 * All that the store of notes keeps. Bytes per note: 127 for what `noteColumns` says, 16 for finding and ordering, 24 for
 * postings, 8 for the vector's anchor. An author takes 40, a topic 104; 2 MB do not grow. With `noteCapacities` of a million
 * notes: 190 a note in all.
 */
export const noteStoreColumns = {
  ...noteColumns,
  /** Rows plus one by hash of the id, open addressing at most half full. */
  noteSlots: column('u32', 'notes', 2),
  /** Row plus one of the next older and next newer note in the same chain: listed, unlisted or free. */
  noteOlder: column('u32', 'notes'),
  noteNewer: column('u32', 'notes'),
  /** Signs of the vector that the words gave, 64 bits: how far behaviour may pull is measured from here. */
  noteAnchor: column('u32', 'notes', VECTOR_LENGTH / 32),
  /** [0] rows ever used, [1] listed notes, [2] newest listed, [3] oldest listed, [4] newest unlisted, [5] oldest unlisted. */
  noteChains: column('u32', 8),

  /** A log of postings that writes over its oldest: the note's row plus one, and the posting before it in the same list. */
  notePostings: column('u32', 'notes', 3),
  notePostingsBefore: column('u32', 'notes', 3),
  notePostingsWritten: column('u32', 1),
  /** Lists of a topic in a language: key and newest posting. */
  noteListKeys: column('u32', 'topics', 8),
  noteListHeads: column('u32', 'topics', 8),
  noteRings: column('u32', LANGUAGES * 4 + COUNTRIES, RING_LENGTH),
  noteRingsWritten: column('u32', LANGUAGES * 4 + COUNTRIES),
  noteCategoryRings: column('u32', CATEGORIES, CATEGORY_RING_LENGTH),
  noteCategoryRingsWritten: column('u32', CATEGORIES),

  noteLanguages: column('u8', LANGUAGES, 16),
  noteCategories: column('u8', CATEGORIES, 16),
  noteCountries: column('u8', COUNTRIES, 16),

  authorId: column('u8', 'authors', 16),
  authorHash: column('u32', 'authors'),
  authorSlots: column('u32', 'authors', 2),
  /** Notes in the store, listed or not. */
  authorNotes: column('u32', 'authors'),
  /** The newest posting of the author's list. */
  authorNewest: column('u32', 'authors'),
  /** [0] rows ever used, [1] where the search for a row to use again goes on. */
  authorUse: column('u32', 2),

  topicId: column('u8', 'topics', 16),
  topicHash: column('u32', 'topics'),
  topicSlots: column('u32', 'topics', 2),
  topicNotes: column('u32', 'topics'),
  topicUse: column('u32', 2),
} as const;

export type NoteStoreColumns = Columns<typeof noteStoreColumns>;

/**
 * Room for so many notes, and for as many authors and topics as usually come with them: one author in four notes and one topic
 * in thirty-two, never fewer than a small house needs.
 */
export function noteCapacities(notes: number): { notes: number; authors: number; topics: number } & Capacities {
  return { notes, authors: Math.max(1_024, Math.ceil(notes / 4)), topics: Math.max(1_024, Math.ceil(notes / 32)) };
}
