/** Fixed numbers of lists that each remember their newest rows. */
export interface RowRings {
  push(ring: number, row: number): void;
  /** Rows that belong still, newest first, at most `limit` of them, from `out[at]` on. */
  read(ring: number, belongs: (row: number) => boolean, out: Uint32Array, at: number, limit: number): number;
  clear(): void;
}

/**
 * @param rows row plus one, `length` of them a ring
 * @param written how many were ever written to each ring
 * @param length a power of two, so that positions stay right when the count comes round
 */
export function openRowRings(rows: Uint32Array, written: Uint32Array, length: number): RowRings {
  const placeOf = (ring: number, index: number) => ring * length + ((index >>> 0) % length);

  return {
    push(ring, row) {
      const count = written[ring] as number;
      rows[placeOf(ring, count)] = row + 1;
      written[ring] = count + 1;
    },
    read(ring, belongs, out, at, limit) {
      const count = written[ring] ?? 0;
      let found = 0;
      for (let age = 1; age <= Math.min(length, count) && found < limit; age += 1) {
        const row = (rows[placeOf(ring, count - age)] as number) - 1;
        if (row >= 0 && belongs(row)) {
          out[at + found] = row;
          found += 1;
        }
      }
      return found;
    },
    clear() {
      rows.fill(0);
      written.fill(0);
    },
  };
}
