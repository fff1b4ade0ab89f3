import { type Columns, column } from '../memory/columns.ts';

export const HEADS = 8;

/**
 * 108 bytes a row, `rates` rows (a power of two).
 */
export const rateColumns = {
  /** Key of the row; 0: free. */
  rateKey: column('u32', 'rates'),
  /** Seconds since the epoch of the last impression. */
  rateAt: column('u32', 'rates'),
  rateShown: column('f32', 'rates'),
  rateDone: column('f32', 'rates', HEADS),
  /** What everything else about the same impressions led to expect. */
  rateExpected: column('f32', 'rates', HEADS),
  /** Log odds of what was done against what was expected, shrunk: all that a reader needs. */
  rateLean: column('f32', 'rates', HEADS),
  /** Of all impressions: shown, then done by head. Double precision: it grows past 2^24. */
  rateAll: column('f64', 1, 1 + HEADS),
} as const;

export type RateColumns = Columns<typeof rateColumns>;

// A row is looked for in 8 places: their keys are half a cache line.
const PLACES = 8;
// Beta prior (research §4.3 "Beta-smoothed"): so many acts, at the house's own rate, stand beside those counted. Chosen on
// KuaiRand's 30 April among 1, 2, 4 and 8.
const PRIOR_DONE = 2;
// Below this an act is too rare for its rate to be known: the research's rarest is hide, 190 of 228,329.
const LEAST_RATE = 1e-4;
// A single-precision sum of ones stops at 2^24; halving far below keeps old impressions from drowning new ones.
const MOST_SHOWN = 65_536;
// Odds of e^4: one lucky note of ten impressions is no certainty.
const LARGEST_LEAN = 4;

// After so long a key's impressions weigh half: two lives of a member's wishes (design, At once). On KuaiRand's 30 April 5, 14 and
// 60 days differ by less than .001 of AUC.
const HALF_LIFE_SECONDS = 14 * 24 * 3600;

// Before a house knows its own rates: 200 impressions' worth of KuaiRand's (research §2; collect, which it lacks, between like and comment).
const FIRST_SHOWN = 200;
const FIRST_RATES = [0.44, 0.31, 0.017, 0.006, 0.0026, 0.0008, 0.0013, 0.0008] as const;

export interface RateTable {
  /** Row of the key, or -1. Safe beside a writer. */
  find(key: number): number;
  /** Reads what `find` and the reader of its row will look at first, so that memory hands it over meanwhile. */
  touch(key: number): number;
  /** Row of the key; a free one or the least seen of its places is given to it. -1 for the key 0. */
  claim(key: number, at: number): number;
  /**
   * One impression of the row.
   *
   * @param done bit h: head h was done
   * @param known bit h: whether head h was done is known; what is not known went as expected
   * @param expected probability of each head by everything but this row
   * @param at seconds since the epoch
   */
  count(row: number, done: number, known: number, expected: ArrayLike<number>, at: number): void;
  /** Something done after its impression was counted. */
  countLate(row: number, head: number): void;
  /** One impression among all. */
  countAll(done: number, known: number): void;
  countAllLate(head: number): void;
  /** Rate of a head over all impressions, in (0, 1). */
  base(head: number): number;
}

/**
 * How often each head is done for a key, against expectation, in a table of fixed size.
 *
 * An expectation beside each count (Koren's baseline predictors, one step at a time) keeps a note from being praised for its
 * audience, a surface or a slot.
 */
export function openRates(columns: RateColumns): RateTable {
  const { rateKey, rateAt, rateShown, rateDone, rateExpected, rateLean, rateAll } = columns;
  const mask = rateKey.length - 1;
  if (rateKey.length === 0 || (rateKey.length & mask) !== 0) throw new RangeError('rates must be a power of two');

  function find(key: number): number {
    if (key === 0) return -1;
    for (let place = 0; place < PLACES; place += 1) {
      const row = (key + place) & mask;
      const found = rateKey[row];
      if (found === key) return row;
      // Places are filled in order and never freed.
      if (found === 0) return -1;
    }
    return -1;
  }

  function touch(key: number): number {
    const row = key & mask;
    return (rateKey[row] as number) + (rateLean[row * HEADS] as number);
  }

  function claim(key: number, at: number): number {
    const found = find(key);
    if (found >= 0 || key === 0) return found;
    const row = leastSeen(key, at);
    // Cleared before it is named: a reader beside the writer meets nothing, never another key's numbers.
    rateLean.fill(0, row * HEADS, (row + 1) * HEADS);
    rateDone.fill(0, row * HEADS, (row + 1) * HEADS);
    rateExpected.fill(0, row * HEADS, (row + 1) * HEADS);
    rateShown[row] = 0;
    rateAt[row] = at;
    rateKey[row] = key;
    return row;
  }

  function leastSeen(key: number, at: number): number {
    let least = key & mask;
    let leastShown = Number.POSITIVE_INFINITY;
    for (let place = 0; place < PLACES; place += 1) {
      const row = (key + place) & mask;
      if (rateKey[row] === 0) return row;
      const shown = (rateShown[row] as number) * keptAfter(at - (rateAt[row] as number));
      if (shown < leastShown) {
        leastShown = shown;
        least = row;
      }
    }
    return least;
  }

  function count(row: number, done: number, known: number, expected: ArrayLike<number>, at: number) {
    const kept = keptOf(row, at);
    const shown = (rateShown[row] as number) * kept + 1;
    rateShown[row] = shown;
    // Facts may come out of order: a row is never older than its newest impression.
    rateAt[row] = Math.max(at, rateAt[row] as number);
    for (let head = 0; head < HEADS; head += 1) {
      const cell = row * HEADS + head;
      const hoped = expected[head] as number;
      rateDone[cell] = (rateDone[cell] as number) * kept + ((known >>> head) & 1 ? (done >>> head) & 1 : hoped);
      rateExpected[cell] = (rateExpected[cell] as number) * kept + hoped;
      rateLean[cell] = leanOf(rateDone[cell] as number, rateExpected[cell] as number, shown, base(head));
    }
  }

  function keptOf(row: number, at: number): number {
    const kept = keptAfter(at - (rateAt[row] as number));
    return (rateShown[row] as number) > MOST_SHOWN ? kept / 2 : kept;
  }

  function countLate(row: number, head: number) {
    const cell = row * HEADS + head;
    rateDone[cell] = (rateDone[cell] as number) + 1;
    const [done, expected, shown] = [rateDone[cell] as number, rateExpected[cell] as number, rateShown[row] as number];
    rateLean[cell] = leanOf(done, expected, shown, base(head));
  }

  function countAll(done: number, known: number) {
    rateAll[0] = (rateAll[0] as number) + 1;
    for (let head = 0; head < HEADS; head += 1) {
      const isKnown = (known >>> head) & 1;
      rateAll[1 + head] = (rateAll[1 + head] as number) + (isKnown ? (done >>> head) & 1 : base(head));
    }
  }

  function countAllLate(head: number) {
    rateAll[1 + head] = (rateAll[1 + head] as number) + 1;
  }

  function base(head: number): number {
    const done = (rateAll[1 + head] as number) + FIRST_SHOWN * (FIRST_RATES[head] as number);
    return Math.min(0.99, Math.max(LEAST_RATE, done / ((rateAll[0] as number) + FIRST_SHOWN)));
  }

  return { find, touch, claim, count, countLate, countAll, countAllLate, base };
}

function keptAfter(seconds: number): number {
  return seconds > 0 ? 2 ** (-seconds / HALF_LIFE_SECONDS) : 1;
}

function leanOf(done: number, expected: number, shown: number, base: number): number {
  const prior = PRIOR_DONE / base;
  const total = shown + prior;
  const rate = (Math.min(done, shown) + PRIOR_DONE) / total;
  const wanted = (Math.min(expected, shown) + PRIOR_DONE) / total;
  // The prior is more than its acts (base < 1), so both lie inside (0, 1).
  const lean = Math.log((rate * (1 - wanted)) / (wanted * (1 - rate)));
  return Math.min(LARGEST_LEAN, Math.max(-LARGEST_LEAN, lean));
}
