import type { NoteStoreColumns } from './note-store-columns.ts';

/** Newest-first lists of any number, in one log that writes over its oldest postings. */
export interface PostingLog {
  /** Adds a row to the list whose newest posting is `head`; gives the new head. 0 is the head of an empty list. */
  append(head: number, row: number): number;
  /** Rows of a list that belong to it still, at most `limit` of them, from `out[at]` on. */
  read(head: number, belongs: (row: number) => boolean, out: Uint32Array, at: number, limit: number): number;
  /** Postings written since this one; infinite when it was written over. */
  ageOf(posting: number): number;
  clear(): void;
}

// Postings of notes that left are passed by, and no more than so many times what was asked for.
const STALE_PER_WANTED = 4;
const STALE_AT_LEAST = 64;

/**
 * Postings are numbered as they are written, and number n stands at n modulo the length: nothing is freed or moved. A posting
 * whose note left is recognised when it is read.
 */
export function openPostingLog({
  notePostings: rows,
  notePostingsBefore: before,
  notePostingsWritten: written,
}: Pick<NoteStoreColumns, 'notePostings' | 'notePostingsBefore' | 'notePostingsWritten'>): PostingLog {
  const length = rows.length;

  function ageOf(posting: number): number {
    const age = ((written[0] as number) - posting) >>> 0;
    return posting === 0 || age >= length ? Number.POSITIVE_INFINITY : age;
  }

  return {
    ageOf,
    append(head, row) {
      const posting = ((written[0] as number) + 1) >>> 0 || 1;
      rows[posting % length] = row + 1;
      before[posting % length] = head;
      written[0] = posting;
      return posting;
    },
    read(head, belongs, out, at, limit) {
      let posting = head;
      let found = 0;
      const steps = limit * STALE_PER_WANTED + STALE_AT_LEAST;
      for (let step = 0; step < steps && found < limit && ageOf(posting) < length; step += 1) {
        const row = (rows[posting % length] as number) - 1;
        if (row >= 0 && belongs(row)) {
          out[at + found] = row;
          found += 1;
        }
        const previous = before[posting % length] as number;
        // Ages only grow along a list: a link that says otherwise is being written over.
        if (ageOf(previous) <= ageOf(posting)) break;
        posting = previous;
      }
      return found;
    },
    clear() {
      rows.fill(0);
      before.fill(0);
      written[0] = 0;
    },
  };
}
