import { HEADS } from './rate-table.ts';

/** What each value of a part adds to the margins of a page's candidates, remembered for that page. */
export interface PartSums {
  clear(): void;
  /** Begins anew when there is little room left; places found before hold something else then. */
  makeRoom(): void;
  /** Where the `HEADS` sums of a value begin in the table. */
  placeOf(value: number): number;
}

/**
 * Open addressing, emptied in one step by moving on to the next page.
 *
 * @param table from `first` on it holds `HEADS` sums for each place
 * @param places a power of two, at least 8
 * @param addTo adds what a value adds to the sums at `to`
 */
export function createPartSums(
  table: Float64Array,
  first: number,
  places: number,
  addTo: (value: number, to: number) => void,
): PartSums {
  const values = new Uint32Array(places);
  const pages = new Uint32Array(places);
  let page = 0;
  let count = 0;

  function clear(): void {
    count = 0;
    page = (page + 1) >>> 0;
    if (page > 0) return;
    pages.fill(0);
    page = 1;
  }

  function addUp(value: number, place: number): void {
    values[place] = value;
    pages[place] = page;
    count += 1;
    const to = first + place * HEADS;
    for (let head = 0; head < HEADS; head += 1) table[to + head] = 0;
    addTo(value, to);
  }

  return {
    clear,
    makeRoom() {
      if (count > places / 2) clear();
    },
    placeOf(value) {
      // 0x9e3779b1: the golden ratio in 32 bits (Knuth, multiplicative hashing).
      let place = (Math.imul(value, 0x9e3779b1) >>> 16) & (places - 1);
      while (pages[place] === page && values[place] !== value) place = (place + 1) & (places - 1);
      if (pages[place] !== page) addUp(value, place);
      return first + place * HEADS;
    },
  };
}
