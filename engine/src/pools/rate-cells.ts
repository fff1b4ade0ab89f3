import { mix32 } from '../hash.ts';
import type { Columns } from '../memory/columns.ts';
import { CELLS, type poolColumns, RATE_BINS } from './pool-columns.ts';

type CellColumns = Pick<Columns<typeof poolColumns>, 'poolCell' | 'poolCellAt' | 'poolCellRates'>;

const PROBES = 8;
// A week: tastes and weights change, and a cell must not remember a member's whole life. Design: "cell", research §4.4.
const HALF_LIFE = 7 * 86_400;
const LOWEST_EXPONENT = -8;
const BINS_PER_OCTAVE = 3;
/** The middle of a house without experience: the usual acts by the default weights (worth.ts). */
export const USUAL_RATE = 0.13;
// A cell is believed over its parent once it has seen as many notes.
const PARENT_NOTES = 20;

/** Ages up to a day, up to a week and older, in seconds: within one, notes have had alike time to be found. */
const AGE_BANDS = [86_400, 7 * 86_400];

export function ageBandOf(age: number): number {
  return AGE_BANDS.filter((limit) => age >= limit).length;
}

/** What the rates of a note are compared with. */
export interface RateCells {
  /** @param topic row of the first topic plus one */
  add(topic: number, language: number, band: number, rate: number, now: number): void;
  /** Of the cell, filled up by its language and the house while it is thin. */
  quantile(topic: number, language: number, band: number, share: number): number;
}

/**
 * Streaming quantiles: histograms of the logarithm of the rate, a third of an octave a bin, read with interpolation: within about 6 % of the
 * exact quantile (half a bin). Halved every week. 140 bytes a cell.
 */
export function openRateCells({ poolCell, poolCellAt, poolCellRates }: CellColumns): RateCells {
  const mixture = new Float64Array(RATE_BINS);

  function add(topic: number, language: number, band: number, rate: number, now: number): void {
    for (const key of keysOf(topic, language, band)) {
      const cell = cellToUse(key, now);
      const bin = cell * RATE_BINS + binOf(rate);
      poolCellRates[bin] = (poolCellRates[bin] as number) + 1;
    }
  }

  function cellToUse(key: number, now: number): number {
    let thinnest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let probe = 0; probe < PROBES; probe += 1) {
      const cell = (key + probe) % CELLS;
      if (poolCell[cell] === key) return aged(cell, now);
      const notes = poolCell[cell] === 0 ? -1 : notesIn(cell) * remembered(cell, now);
      if (notes < fewest) {
        fewest = notes;
        thinnest = cell;
      }
    }
    poolCell[thinnest] = key;
    poolCellAt[thinnest] = now;
    poolCellRates.fill(0, thinnest * RATE_BINS, (thinnest + 1) * RATE_BINS);
    return thinnest;
  }

  function aged(cell: number, now: number): number {
    const factor = remembered(cell, now);
    for (let bin = cell * RATE_BINS; bin < (cell + 1) * RATE_BINS; bin += 1) {
      poolCellRates[bin] = (poolCellRates[bin] as number) * factor;
    }
    poolCellAt[cell] = Math.max(now, poolCellAt[cell] as number);
    return cell;
  }

  function remembered(cell: number, now: number): number {
    return 2 ** (-Math.max(0, now - (poolCellAt[cell] as number)) / HALF_LIFE);
  }

  function notesIn(cell: number): number {
    let notes = 0;
    for (let bin = 0; bin < RATE_BINS; bin += 1) notes += poolCellRates[cell * RATE_BINS + bin] as number;
    return notes;
  }

  function quantile(topic: number, language: number, band: number, share: number): number {
    mixture.fill(0);
    mixture[binOf(USUAL_RATE)] = 1;
    let notes = 1;
    for (const key of keysOf(topic, language, band).reverse()) {
      const cell = cellOf(key);
      if (cell < 0) continue;
      const weight = PARENT_NOTES / notes;
      notes = PARENT_NOTES;
      for (let bin = 0; bin < RATE_BINS; bin += 1) {
        const own = poolCellRates[cell * RATE_BINS + bin] as number;
        mixture[bin] = (mixture[bin] as number) * weight + own;
        notes += own;
      }
    }
    return quantileOf(mixture, share * notes);
  }

  function cellOf(key: number): number {
    for (let probe = 0; probe < PROBES; probe += 1) {
      if (poolCell[(key + probe) % CELLS] === key) return (key + probe) % CELLS;
    }
    return -1;
  }

  return { add, quantile };
}

/** The cell, its language and the house; a note without a topic has no narrower cell than its language. */
function keysOf(topic: number, language: number, band: number): number[] {
  const ofHouse = nameAfter(band + 1);
  const ofLanguage = nameAfter(ofHouse ^ (language + 1));
  return topic === 0 ? [ofLanguage, ofHouse] : [nameAfter(ofLanguage ^ topic), ofLanguage, ofHouse];
}

/** Never 0, which stands for a free slot. */
function nameAfter(value: number): number {
  return mix32(value) || 1;
}

function binOf(rate: number): number {
  const bin = Math.floor((Math.log2(Math.max(rate, Number.MIN_VALUE)) - LOWEST_EXPONENT) * BINS_PER_OCTAVE);
  return Math.min(RATE_BINS - 1, Math.max(0, bin));
}

function quantileOf(bins: Float64Array, wanted: number): number {
  let below = 0;
  let bin = 0;
  for (; bin < RATE_BINS - 1 && below + (bins[bin] as number) < wanted; bin += 1) below += bins[bin] as number;
  const inside = (wanted - below) / Math.max(Number.MIN_VALUE, bins[bin] as number);
  return 2 ** (LOWEST_EXPONENT + (bin + Math.min(1, Math.max(0, inside))) / BINS_PER_OCTAVE);
}
