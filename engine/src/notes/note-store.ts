import type { NoteFact } from '../traffic/facts.ts';
import type { NoteStoreColumns } from './note-store-columns.ts';

/** Stands for a row that there is not. */
export const NO_ROW = -1;

/**
 * The notes the engine knows. One thread writes, any number read the same columns; a reader may see a change half done, never a
 * row out of bounds.
 */
export interface NoteStore extends NoteLists {
  readonly columns: NoteStoreColumns;
  /** Rows in the memory: every row is below this. */
  readonly capacity: number;
  /** Listed notes. */
  readonly count: number;
  /** Every row holds a listed note: the next new note takes the place of the oldest. */
  readonly isFull: boolean;

  /** Adds a note or takes over what changed. What it is not told of (counters of other parts) stays. */
  upsert(fact: NoteFact): number;
  /** Takes a note off all lists; its row and counters stay until the room is needed, in case it comes back. */
  remove(id: string): number;
  /** Finds again what depends on the number of rows, after the columns were moved into larger ones. */
  rebuild(): void;

  rowOf(id: string): number;
  /** By `hash32(id)`, as cursors and seen-filters name notes. */
  rowOfHash(hash: number): number;
  idOf(row: number): string;
  isListed(row: number): boolean;

  authorRowOf(id: string): number;
  authorIdOf(authorRow: number): string;
  topicRowOf(id: string): number;
  topicIdOf(topicRow: number): string;
  /** Codes as in the columns; 0 when the name was never heard. */
  languageCodeOf(tag: string): number;
  languageOf(code: number): string;
  categoryCodeOf(category: string): number;
  categoryOf(code: number): string;
  countryCodeOf(country: string): number;
  countryOf(code: number): string;
}

/**
 * Lists of listed notes, in the order in which they came to the engine, newest first. Each writes at most `limit` rows to
 * `out[at …]` and says how many. A row may come twice after an edit: who merges lists marks rows anyway.
 */
export interface NoteLists {
  newest(out: Uint32Array, at: number, limit: number): number;
  /** Notes older than this one in order of arrival. */
  olderThan(row: number, out: Uint32Array, at: number, limit: number): number;
  byAuthor(authorRow: number, out: Uint32Array, at: number, limit: number): number;
  byTopic(topicRow: number, languageCode: number, out: Uint32Array, at: number, limit: number): number;
  byLanguage(languageCode: number, out: Uint32Array, at: number, limit: number): number;
  /** @param group index in `memberGroups` */
  byAuthorGroup(group: number, languageCode: number, out: Uint32Array, at: number, limit: number): number;
  byCountry(countryCode: number, out: Uint32Array, at: number, limit: number): number;
  byCategory(categoryCode: number, out: Uint32Array, at: number, limit: number): number;
}
