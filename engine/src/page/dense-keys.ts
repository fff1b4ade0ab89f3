/**
 * Small consecutive numbers for the values of one page, so that counts per author or topic are plain array reads. Open
 * addressing; emptied in one step by moving on to the next generation. 12 bytes a slot, twice as many slots as values.
 */
export class DenseKeys {
  readonly #values: Uint32Array;
  readonly #generations: Uint32Array;
  readonly #keys: Uint32Array;
  #generation = 0;
  #count = 0;

  /** @param capacity different values between two calls of `clear`, at most */
  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * capacity + 1));
    this.#values = new Uint32Array(slots);
    this.#generations = new Uint32Array(slots);
    this.#keys = new Uint32Array(slots);
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
    this.#generation = (this.#generation + 1) >>> 0;
    if (this.#generation > 0) return;
    this.#generations.fill(0);
    this.#generation = 1;
  }

  /** The number of a value: its old one, or the next. */
  keyOf(value: number): number {
    const mask = this.#values.length - 1;
    // 0x9e3779b1: the golden ratio in 32 bits (Knuth, multiplicative hashing).
    let slot = (Math.imul(value, 0x9e3779b1) >>> 7) & mask;
    while (this.#generations[slot] === this.#generation) {
      if (this.#values[slot] === value) return this.#keys[slot] as number;
      slot = (slot + 1) & mask;
    }
    this.#values[slot] = value;
    this.#generations[slot] = this.#generation;
    this.#keys[slot] = this.#count;
    this.#count += 1;
    return this.#count - 1;
  }
}
