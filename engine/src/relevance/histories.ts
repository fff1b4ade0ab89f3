/** What members came to, oldest first, one member after the other: `rows[starts[m] … starts[m + 1])`. */
export interface Histories {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

export function historiesOf(sequences: readonly ArrayLike<number>[]): Histories {
  const starts = new Uint32Array(sequences.length + 1);
  sequences.forEach((sequence, member) => {
    starts[member + 1] = (starts[member] as number) + sequence.length;
  });
  const rows = new Uint32Array(starts[sequences.length] as number);
  sequences.forEach((sequence, member) => {
    rows.set(sequence, starts[member]);
  });
  return { starts, rows };
}

/**
 * Adds to `sums[to × n + from]` the weight of the distance for every two rows of a history, `from` before `to`.
 *
 * @param weights by distance in places; index 0 is not read, farther pairs count nothing
 */
export function addPairs({ starts, rows }: Histories, weights: Float64Array, sums: Float64Array, n: number): void {
  for (let member = 0; member + 1 < starts.length; member += 1) {
    const first = starts[member] as number;
    const last = starts[member + 1] as number;
    for (let at = first; at < last; at += 1) {
      const line = (rows[at] as number) * n;
      const reach = Math.min(weights.length - 1, at - first);
      for (let distance = 1; distance <= reach; distance += 1) {
        const cell = line + (rows[at - distance] as number);
        sums[cell] = (sums[cell] as number) + (weights[distance] as number);
      }
    }
  }
}
