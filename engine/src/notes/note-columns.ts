import { column } from '../memory/columns.ts';

/** Numbers of a note vector: 64 signed bytes of about unit length (127 ≈ 1). */
export const VECTOR_LENGTH = 64;

/** Topics of a note that count, as many as most notes carry; further ones only shape its vector. */
export const TOPICS_PER_NOTE = 6;

/** Bits of `noteState`. */
export const NOTE_LISTED = 1;

/** What never or seldom changes about a note; one row a note, rows are used again. Counters stand with the parts that count. */
export const noteColumns = {
  noteVector: column('i8', 'notes', VECTOR_LENGTH),
  /** The id: 16 bytes of a UUID. */
  noteId: column('u8', 'notes', 16),
  /** `hash32` of the id's text, the short name in cursors and seen-filters. */
  noteHash: column('u32', 'notes'),
  /** Row of the author in the table of authors. */
  noteAuthor: column('u32', 'notes'),
  /** Rows of the topics in the table of topics, plus one; 0 stands for none. */
  noteTopics: column('u32', 'notes', TOPICS_PER_NOTE),
  /** Near-duplicates share a value; 0 for a note like no other. */
  noteDuplicate: column('u32', 'notes'),
  /** Seconds since the epoch. */
  notePublished: column('u32', 'notes'),
  /** Codes of the tables of languages, categories and countries; 0 stands for unknown. */
  noteLanguage: column('u8', 'notes'),
  noteCategory: column('u8', 'notes'),
  noteCountry: column('u16', 'notes'),
  /** Index in `memberGroups` of the author's group when the note was published. */
  noteAuthorGroup: column('u8', 'notes'),
  /** 0 pictures, 1 video, 2 text. */
  noteMedia: column('u8', 'notes'),
  noteState: column('u8', 'notes'),
} as const;
