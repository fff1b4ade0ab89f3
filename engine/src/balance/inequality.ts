// Counts below this have a bin each; above, 32 bins an octave, which the mean of each bin makes exact to a thousandth.
const EXACT = 256;
const BINS_PER_OCTAVE = 32;
const BINS = EXACT + 24 * BINS_PER_OCTAVE;

/** Counts of notes by impressions, for a Gini coefficient of a million notes without sorting them. */
export class Inequality {
  readonly #notes = new Float64Array(BINS);
  readonly #sums = new Float64Array(BINS);

  add(impressions: number): void {
    const bin = binOf(impressions);
    this.#notes[bin] = (this.#notes[bin] as number) + 1;
    this.#sums[bin] = (this.#sums[bin] as number) + impressions;
  }

  /** 0: all alike; towards 1: one has all. 0 without impressions. */
  gini(): number {
    let notes = 0;
    let sum = 0;
    let twiceArea = 0;
    for (let bin = 0; bin < BINS; bin += 1) {
      const inBin = this.#notes[bin] as number;
      // The Lorenz curve's trapezoid over the notes of this bin.
      twiceArea += inBin * (2 * sum + (this.#sums[bin] as number));
      notes += inBin;
      sum += this.#sums[bin] as number;
    }
    return sum > 0 ? Math.max(0, 1 - twiceArea / (notes * sum)) : 0;
  }
}

function binOf(impressions: number): number {
  if (impressions < EXACT) return Math.floor(impressions);
  return Math.min(BINS - 1, EXACT + Math.floor(Math.log2(impressions / EXACT) * BINS_PER_OCTAVE));
}

/** Jensen–Shannon divergence in bits: 0 for the same distribution, 1 for disjoint ones (Lin 1991). 0 when one is empty. */
export function divergence(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [whole, otherWhole] = [sumOf(one), sumOf(other)];
  if (whole === 0 || otherWhole === 0) return 0;
  let bits = 0;
  for (let index = 0; index < one.length; index += 1) {
    const p = (one[index] as number) / whole;
    const q = (other[index] as number) / otherWhole;
    bits += (surprise(p, (p + q) / 2) + surprise(q, (p + q) / 2)) / 2;
  }
  return Math.min(1, Math.max(0, bits));
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] as number;
  return sum;
}

function surprise(part: number, mean: number): number {
  return part > 0 ? part * Math.log2(part / mean) : 0;
}
