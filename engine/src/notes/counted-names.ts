import type { IdTable } from './id-table.ts';
import { NO_ROW } from './note-store.ts';

/** Stands for all names that found no room. No id leads to it, and its id is the empty text. */
export const OVERFLOW_ROW = 0;

/** Rows for authors and topics, which stay as long as a note names them. */
export interface CountedNames {
  /** The row of a name, new or known, counted once more; `OVERFLOW_ROW` when every other is held. */
  hold(id: string): number;
  release(row: number): void;
}

// Rows looked at for one that nobody holds; half-empty tables answer at once, and a full one costs no more than this.
const LONGEST_SEARCH = 64;

/**
 * A name without notes keeps its row, and so its counters, until the room is needed.
 *
 * @param held how many notes name each row
 * @param use [0] rows ever used, [1] where the search for a row to use again goes on
 * @param onFreed told of a row that is about to hold another name
 */
export function openCountedNames(
  table: IdTable,
  held: Uint32Array,
  use: Uint32Array,
  onFreed: (row: number) => void,
): CountedNames {
  function claim(id: string): number {
    const row = freshRow() ?? unheldRow() ?? OVERFLOW_ROW;
    if (row !== OVERFLOW_ROW) table.insert(row, id);
    return row;
  }

  function freshRow(): number | undefined {
    const row = Math.max(OVERFLOW_ROW + 1, use[0] as number);
    if (row >= held.length) return undefined;
    use[0] = row + 1;
    return row;
  }

  function unheldRow(): number | undefined {
    for (let step = 0; step < LONGEST_SEARCH; step += 1) {
      const row = (use[1] as number) % held.length;
      use[1] = row + 1;
      if (row !== OVERFLOW_ROW && held[row] === 0) {
        table.remove(row);
        onFreed(row);
        return row;
      }
    }
    return undefined;
  }

  return {
    hold(id) {
      const known = table.find(id);
      const row = known === NO_ROW ? claim(id) : known;
      if (row !== OVERFLOW_ROW) held[row] = (held[row] as number) + 1;
      return row;
    },
    release(row) {
      if (row !== OVERFLOW_ROW) held[row] = (held[row] as number) - 1;
    },
  };
}
