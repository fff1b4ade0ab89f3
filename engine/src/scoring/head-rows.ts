// The two sums below are most of a page's time: written out, eight heads at once, they take half of what a loop does.

/** Adds a row of `HEADS` numbers, times a number, to those at `to`. */
export function addRow(sums: Float32Array, table: Float32Array, from: number, times: number, to = 0) {
  sums[to] = (sums[to] as number) + times * (table[from] as number);
  sums[to + 1] = (sums[to + 1] as number) + times * (table[from + 1] as number);
  sums[to + 2] = (sums[to + 2] as number) + times * (table[from + 2] as number);
  sums[to + 3] = (sums[to + 3] as number) + times * (table[from + 3] as number);
  sums[to + 4] = (sums[to + 4] as number) + times * (table[from + 4] as number);
  sums[to + 5] = (sums[to + 5] as number) + times * (table[from + 5] as number);
  sums[to + 6] = (sums[to + 6] as number) + times * (table[from + 6] as number);
  sums[to + 7] = (sums[to + 7] as number) + times * (table[from + 7] as number);
}

/** Adds the products of two rows, head by head. */
export function addProducts(sums: Float32Array, one: Float32Array, other: Float32Array, from: number) {
  sums[0] = (sums[0] as number) + (one[from] as number) * (other[from] as number);
  sums[1] = (sums[1] as number) + (one[from + 1] as number) * (other[from + 1] as number);
  sums[2] = (sums[2] as number) + (one[from + 2] as number) * (other[from + 2] as number);
  sums[3] = (sums[3] as number) + (one[from + 3] as number) * (other[from + 3] as number);
  sums[4] = (sums[4] as number) + (one[from + 4] as number) * (other[from + 4] as number);
  sums[5] = (sums[5] as number) + (one[from + 5] as number) * (other[from + 5] as number);
  sums[6] = (sums[6] as number) + (one[from + 6] as number) * (other[from + 6] as number);
  sums[7] = (sums[7] as number) + (one[from + 7] as number) * (other[from + 7] as number);
}

export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** e^±30 is still far inside double precision; a margin beyond is a certainty anyway. */
export function sigmoid(margin: number): number {
  return 1 / (1 + Math.exp(-Math.min(30, Math.max(-30, margin))));
}
