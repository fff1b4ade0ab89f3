/**
 * Sliding spectrum decomposition (Huang et al., KDD'21, arXiv 2107.05204): the worth of a note is its score plus what it adds to
 * the volume spanned with the notes of a sliding window. That addition is the length of the part of its vector orthogonal to the
 * window, here kept by a Cholesky factor of the window's Gram matrix: the same number as by Gram–Schmidt, exact also after the
 * oldest vector left the window, and computed from one dot product for each candidate and slot.
 *
 * Two departures from the paper: vectors count by direction only, and the volume of the window itself, a factor common to all
 * candidates of a slot, is left out, since with it variety would weigh least where the window is most alike.
 *
 * Bytes: 4 × dimensions + 8 × window + 12 for each item.
 */
export class SlidingSpectrum {
  readonly window: number;
  readonly #dimensions: number;
  readonly #vectors: Float32Array;
  readonly #squares: Float64Array;
  /** Dot products of an item with the window, by place in the ring. */
  readonly #dots: Float64Array;
  /** Entries into the window that the dot products of an item know. */
  readonly #known: Uint32Array;
  readonly #ring: Uint32Array;
  readonly #gram: Float64Array;
  readonly #factor: Float64Array;
  readonly #inverse: Float64Array;
  readonly #solution: Float64Array;
  #entered = 0;

  /** @param capacity items at most, those that enter the window included */
  constructor({ capacity, window, dimensions }: { capacity: number; window: number; dimensions: number }) {
    this.window = window;
    this.#dimensions = dimensions;
    this.#vectors = new Float32Array(capacity * dimensions);
    this.#squares = new Float64Array(capacity);
    this.#dots = new Float64Array(capacity * window);
    this.#known = new Uint32Array(capacity);
    this.#ring = new Uint32Array(window);
    this.#gram = new Float64Array(window * window);
    this.#factor = new Float64Array(window * window);
    this.#inverse = new Float64Array(window);
    this.#solution = new Float64Array(window);
  }

  /** Empties the window; items must be loaded anew. */
  clear(): void {
    this.#entered = 0;
  }

  /** Copies the vector of an item, so that a writer beside us cannot change it half-way. */
  load(item: number, source: Int8Array | Float32Array, offset: number): void {
    const start = item * this.#dimensions;
    let square = 0;
    for (let index = 0; index < this.#dimensions; index += 1) {
      const value = source[offset + index] ?? 0;
      this.#vectors[start + index] = value;
      square += value * value;
    }
    this.#squares[item] = square;
    this.#known[item] = 0;
  }

  /** Sine of the angle between an item and the span of the window, 0–1; 0 for a vector of zeros. */
  distance(item: number): number {
    this.#catchUp(item);
    const { window } = this;
    const factor = this.#factor;
    const dots = this.#dots;
    const solution = this.#solution;
    const square = this.#squares[item] ?? 0;
    let rest = square;
    const held = Math.min(this.#entered, window);
    for (let row = 0; row < held; row += 1) {
      let value = dots[item * window + this.#place(row)] ?? 0;
      for (let column = 0; column < row; column += 1) {
        value -= (factor[row * window + column] ?? 0) * (solution[column] ?? 0);
      }
      value *= this.#inverse[row] ?? 0;
      solution[row] = value;
      rest -= value * value;
    }
    return rest > 0 ? Math.sqrt(rest / square) : 0;
  }

  /** An item takes the next slot; when the window is full, its oldest leaves. */
  enter(item: number): void {
    this.#catchUp(item);
    const { window } = this;
    const gram = this.#gram;
    const place = this.#entered % window;
    for (let other = 0; other < Math.min(this.#entered, window); other += 1) {
      const dot = this.#dots[item * window + other] ?? 0;
      gram[place * window + other] = dot;
      gram[other * window + place] = dot;
    }
    gram[place * window + place] = this.#squares[item] ?? 0;
    this.#ring[place] = item;
    this.#entered += 1;
    this.#factorise();
  }

  /** Place in the ring of a row of the factor; row 0 is the oldest. */
  #place(row: number): number {
    return this.#entered <= this.window ? row : (this.#entered + row) % this.window;
  }

  #catchUp(item: number): void {
    const { window } = this;
    const entered = this.#entered;
    for (let entry = Math.max(this.#known[item] ?? 0, entered - window); entry < entered; entry += 1) {
      const place = entry % window;
      this.#dots[item * window + place] = this.#dot(item, this.#ring[place] ?? 0);
    }
    this.#known[item] = entered;
  }

  /** Four sums side by side: one chain of additions would wait for itself. */
  #dot(one: number, other: number): number {
    const vectors = this.#vectors;
    const dimensions = this.#dimensions;
    const left = one * dimensions;
    const right = other * dimensions;
    let [a, b, c, d] = [0, 0, 0, 0];
    let index = 0;
    for (; index + 3 < dimensions; index += 4) {
      a += (vectors[left + index] as number) * (vectors[right + index] as number);
      b += (vectors[left + index + 1] as number) * (vectors[right + index + 1] as number);
      c += (vectors[left + index + 2] as number) * (vectors[right + index + 2] as number);
      d += (vectors[left + index + 3] as number) * (vectors[right + index + 3] as number);
    }
    for (; index < dimensions; index += 1) a += (vectors[left + index] as number) * (vectors[right + index] as number);
    return a + b + (c + d);
  }

  /** Cholesky; a vector that lies in the span of older ones adds no direction and is left out. */
  #factorise(): void {
    const { window } = this;
    const [factor, gram, inverse] = [this.#factor, this.#gram, this.#inverse];
    const held = Math.min(this.#entered, window);
    for (let row = 0; row < held; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        let value = gram[this.#place(row) * window + this.#place(column)] ?? 0;
        for (let inner = 0; inner < column; inner += 1) {
          value -= (factor[row * window + inner] ?? 0) * (factor[column * window + inner] ?? 0);
        }
        if (column < row) factor[row * window + column] = value * (inverse[column] ?? 0);
        else this.#setPivot(row, value);
      }
    }
  }

  #setPivot(row: number, square: number): void {
    const place = this.#place(row);
    const whole = this.#gram[place * this.window + place] ?? 0;
    const root = square > ROUNDING * whole ? Math.sqrt(square) : 0;
    this.#factor[row * this.window + row] = root;
    this.#inverse[row] = root > 0 ? 1 / root : 0;
  }
}

// Dot products of doubles over some hundred dimensions err by less than 1e-13 of the squares; what is left of a vector
// that lies in the span of others stays far below this part of it.
const ROUNDING = 1e-9;

/**
 * Greedy re-ranking: each place takes the item of the largest `score + weight × range of the scores × distance`.
 *
 * @param scores of all items, on any scale
 * @param vectors `dimensions` numbers for each item, in the order of the scores
 * @returns indexes of the items, best first; with weight 0 in the order of the scores
 */
export function rerankBySpectrum(options: {
  scores: Float32Array | Float64Array;
  vectors: Int8Array | Float32Array;
  dimensions: number;
  weight: number;
  window: number;
  size: number;
}): Uint32Array {
  const { scores, vectors, dimensions, weight, window } = options;
  const capacity = scores.length;
  const spectrum = new SlidingSpectrum({ capacity, window, dimensions });
  for (let item = 0; item < capacity; item += 1) spectrum.load(item, vectors, item * dimensions);
  const worth = Float64Array.from(scores);
  const variety = weight * rangeOf(scores);
  const chosen = new Uint32Array(Math.min(options.size, capacity));
  for (let place = 0; place < chosen.length; place += 1) {
    const best = bestItem(worth, variety, spectrum);
    chosen[place] = best;
    worth[best] = Number.NEGATIVE_INFINITY;
    spectrum.enter(best);
  }
  return chosen;
}

function rangeOf(scores: Float32Array | Float64Array): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    least = Math.min(least, score);
    most = Math.max(most, score);
  }
  return most > least ? most - least : 1;
}

function bestItem(worth: Float64Array, variety: number, spectrum: SlidingSpectrum): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let item = 0; item < worth.length; item += 1) {
    const own = worth[item] as number;
    if (own + variety <= most) continue;
    const gain = variety > 0 ? own + variety * spectrum.distance(item) : own;
    if (gain > most) [best, most] = [item, gain];
  }
  return best;
}
