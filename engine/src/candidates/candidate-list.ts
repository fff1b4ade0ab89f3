/** Where candidates come from (docs: engine, "Candidates"); a candidate may have several. Bits of `CandidateList.sources`. */
export const candidateSources = [
  'interest',
  'transition',
  'follow',
  'topic',
  'search',
  'co-liker',
  'country',
  'trending',
  'first-pool',
  'serendipity',
  'language-reserve',
  'native-reserve',
  'category',
  'newest',
  'popular',
  'wished-topic',
  'promotion',
] as const;
export type CandidateSource = (typeof candidateSources)[number];

export const sourceBits = Object.fromEntries(candidateSources.map((source, bit) => [source, 1 << bit])) as Readonly<
  Record<CandidateSource, number>
>;

// The stamp of a note is the page's number and the candidate's place; so many candidates are gathered at most.
const PLACE_BITS = 14;
export const MOST_CANDIDATES = 2 ** PLACE_BITS;
const LAST_PAGE = 2 ** (32 - PLACE_BITS) - 1;

/** Candidates of one page, each row once. Scratch of one thread; nothing is allocated for a candidate. */
export interface CandidateList {
  readonly rows: Uint32Array;
  readonly sources: Uint32Array;
  /** Light score, written by who ranks. */
  readonly light: Float32Array;
  /** How strongly one of the viewer's own notes leads to the candidate, and which: row plus one. */
  readonly closeness: Float32Array;
  readonly leader: Uint32Array;
  count: number;
  /** Begins another page. */
  clear(): void;
  /** Adds a source to a row's candidate, made when there is none. Rows out of bounds and what is too much are left out. */
  add(row: number, source: number): void;
  /** One of the viewer's notes leads to a row's candidate; the strongest counts. */
  lead(row: number, from: number, closeness: number): void;
  /** Place of a row's candidate, or -1. */
  placeOf(row: number): number;
}

/** @param capacity rows of the note store */
export function createCandidateList(capacity: number): CandidateList {
  const stamps = new Uint32Array(capacity);
  const rows = new Uint32Array(MOST_CANDIDATES);
  const sources = new Uint32Array(MOST_CANDIDATES);
  const closeness = new Float32Array(MOST_CANDIDATES);
  const leader = new Uint32Array(MOST_CANDIDATES);
  let page = 0;

  function placeOf(row: number): number {
    const stamp = stamps[row] ?? 0;
    return page > 0 && stamp >>> PLACE_BITS === page ? stamp & (MOST_CANDIDATES - 1) : -1;
  }

  const list: CandidateList = {
    rows,
    sources,
    light: new Float32Array(MOST_CANDIDATES),
    closeness,
    leader,
    count: 0,
    clear() {
      list.count = 0;
      page += 1;
      if (page <= LAST_PAGE) return;
      stamps.fill(0);
      page = 1;
    },
    add(row, source) {
      if (!(row < capacity)) return;
      const stamp = stamps[row] as number;
      if (stamp >>> PLACE_BITS === page) {
        const place = stamp & (MOST_CANDIDATES - 1);
        sources[place] = (sources[place] as number) | source;
      } else if (list.count < MOST_CANDIDATES) {
        const place = list.count;
        stamps[row] = ((page << PLACE_BITS) | place) >>> 0;
        rows[place] = row;
        sources[place] = source;
        closeness[place] = 0;
        leader[place] = 0;
        list.count = place + 1;
      }
    },
    lead(row, from, strength) {
      const place = placeOf(row);
      if (place < 0 || strength <= (closeness[place] as number)) return;
      closeness[place] = strength;
      leader[place] = from + 1;
    },
    placeOf,
  };
  return list;
}
