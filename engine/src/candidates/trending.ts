import { type Columns, column } from '../memory/columns.ts';

const PLACES = 8;
const ENTRIES = 4_096;
const CELLS = 4_096;
/** What trends does so for an evening: 6 hours to a half (own choice; research §4.2 asks for excess rates, not counts). */
const HALF_LIFE_SECONDS = 6 * 3_600;
const CELL_HALF_LIFE_SECONDS = 7 * 86_400;
/** Impressions of the cell's own rate that stand behind a note (posterior against the cell, research §4.2). */
const PRIOR_IMPRESSIONS = 40;
/** Standard deviations above its own cell from which a note trends. */
const LEAST_EXCESS = 2;
/** Acts for one impression before a cell knows its own rate. */
const FIRST_RATE = 0.1;

/** 180 KB in all. */
export const trendColumns = {
  /** Note row plus one. */
  trendNote: column('u32', ENTRIES),
  trendAt: column('u32', ENTRIES),
  trendShown: column('f32', ENTRIES),
  trendDone: column('f32', ENTRIES),
  /** Cell of topic and language. */
  trendCell: column('u16', ENTRIES),
  trendCellAt: column('u32', CELLS),
  trendCellShown: column('f32', CELLS),
  trendCellDone: column('f32', CELLS),
} as const;

export interface Trending {
  shown(note: number, cell: number, seconds: number): void;
  done(note: number, cell: number, weight: number): void;
  forget(note: number): void;
  /**
   * Notes liked more than their own cell leads to expect, most first.
   *
   * @returns how many were written
   */
  most(seconds: number, accepts: (note: number) => boolean, out: Uint32Array): number;
}

/** @returns cell of a topic row plus one and a language code */
export function trendCellOf(topic: number, language: number): number {
  return (Math.imul(topic, 0x9e3779b1) ^ Math.imul(language + 1, 0x85ebca6b)) >>> 20;
}

export function openTrending(columns: Columns<typeof trendColumns>): Trending {
  const { trendNote, trendAt, trendShown, trendDone, trendCell } = columns;
  const { trendCellAt, trendCellShown, trendCellDone } = columns;
  const bestOver = new Float64Array(ENTRIES);

  function find(note: number): number {
    const start = startOf(note);
    for (let entry = start; entry < start + PLACES; entry += 1) if (trendNote[entry] === note + 1) return entry;
    return -1;
  }

  /** The entry of a note: its own, or that of the least shown of its places. */
  function claim(note: number, cell: number, seconds: number): number {
    const known = find(note);
    if (known >= 0) {
      age(known, seconds);
      return known;
    }
    let least = startOf(note);
    for (let entry = least; entry < startOf(note) + PLACES; entry += 1) {
      age(entry, seconds);
      if ((trendShown[entry] ?? 0) < (trendShown[least] ?? 0)) least = entry;
    }
    clear(least, note + 1, seconds);
    trendCell[least] = cell;
    return least;
  }

  function clear(entry: number, name: number, seconds: number): void {
    trendNote[entry] = name;
    trendAt[entry] = seconds;
    trendShown[entry] = 0;
    trendDone[entry] = 0;
  }

  function age(entry: number, seconds: number): void {
    const factor = fading(seconds - (trendAt[entry] ?? 0), HALF_LIFE_SECONDS);
    if (factor === 1) return;
    trendAt[entry] = seconds;
    trendShown[entry] = (trendShown[entry] ?? 0) * factor;
    trendDone[entry] = (trendDone[entry] ?? 0) * factor;
  }

  function ageCell(cell: number, seconds: number): void {
    const factor = fading(seconds - (trendCellAt[cell] ?? 0), CELL_HALF_LIFE_SECONDS);
    if (factor === 1) return;
    trendCellAt[cell] = seconds;
    trendCellShown[cell] = (trendCellShown[cell] ?? 0) * factor;
    trendCellDone[cell] = (trendCellDone[cell] ?? 0) * factor;
  }

  function cellRate(cell: number): number {
    const shown = trendCellShown[cell] ?? 0;
    return ((trendCellDone[cell] ?? 0) + FIRST_RATE * PRIOR_IMPRESSIONS) / (shown + PRIOR_IMPRESSIONS);
  }

  /** Standard deviations above expectation: acts are rare and counted one by one (Poisson). */
  function excess(entry: number, seconds: number): number {
    const expected = (trendShown[entry] ?? 0) * cellRate(trendCell[entry] ?? 0);
    const over = ((trendDone[entry] ?? 0) - expected) / Math.sqrt(expected + 1);
    // Most notes do not stand out: they need not be brought up to date to see that.
    return over < LEAST_EXCESS ? 0 : over * fading(seconds - (trendAt[entry] ?? 0), HALF_LIFE_SECONDS);
  }

  /** Keeps `out` in falling order of excess. @returns the new count */
  function insert(out: Uint32Array, note: number, over: number, count: number): number {
    let place = Math.min(count, out.length - 1);
    while (place > 0 && (bestOver[place - 1] ?? 0) < over) {
      bestOver[place] = bestOver[place - 1] ?? 0;
      out[place] = out[place - 1] ?? 0;
      place -= 1;
    }
    bestOver[place] = over;
    out[place] = note;
    return Math.min(out.length, count + 1);
  }

  return {
    shown(note, cell, seconds) {
      const entry = claim(note, cell, seconds);
      trendShown[entry] = (trendShown[entry] ?? 0) + 1;
      ageCell(cell, seconds);
      trendCellShown[cell] = (trendCellShown[cell] ?? 0) + 1;
    },
    done(note, cell, weight) {
      const entry = find(note);
      // What nobody saw lately does not trend.
      if (entry < 0) return;
      trendDone[entry] = (trendDone[entry] ?? 0) + weight;
      trendCellDone[cell] = (trendCellDone[cell] ?? 0) + weight;
    },
    forget(note) {
      const entry = find(note);
      if (entry >= 0) clear(entry, 0, 0);
    },
    most(seconds, accepts, out) {
      let count = 0;
      for (let entry = 0; entry < ENTRIES; entry += 1) {
        const note = (trendNote[entry] ?? 0) - 1;
        if (note < 0) continue;
        const over = excess(entry, seconds);
        if (over < LEAST_EXCESS || (count === out.length && over <= (bestOver[count - 1] ?? 0))) continue;
        if (accepts(note)) count = insert(out, note, over, count);
      }
      return count;
    },
  };
}

function startOf(note: number): number {
  return ((Math.imul(note + 1, 0x9e3779b1) >>> 0) % (ENTRIES / PLACES)) * PLACES;
}

function fading(elapsed: number, halfLife: number): number {
  return elapsed > 0 ? 2 ** (-elapsed / halfLife) : 1;
}
