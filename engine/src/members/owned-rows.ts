/** Rows of a smaller table that some members own one of. */
export interface OwnedRows {
  /** @returns row, or -1 */
  of(member: number): number;
  /** The member's row, made when there is none: of some neighbours the one least worth keeping gives way. */
  take(member: number): number;
  leave(member: number): void;
}

/** Looked at when all rows are taken (sampled eviction, as of members). */
const SAMPLE = 16;

export interface OwnedRowsColumns {
  /** Row plus one of each member. */
  rows: Uint32Array;
  /** Member plus one of each row. */
  owners: Uint32Array;
  state: Uint32Array;
  /** Where in `state` the hand stands. */
  hand: number;
}

/**
 * @param worth of two rows the one with the smaller worth gives way
 * @param clear makes a row empty
 */
export function openOwnedRows(
  { rows, owners, state, hand }: OwnedRowsColumns,
  worth: (row: number, member: number) => number,
  clear: (row: number) => void,
): OwnedRows {
  const capacity = owners.length;

  function of(member: number): number {
    const row = (rows[member] ?? 0) - 1;
    return row < capacity && owners[row] === member + 1 ? row : -1;
  }

  function leave(member: number): void {
    const row = of(member);
    rows[member] = 0;
    if (row < 0) return;
    owners[row] = 0;
    clear(row);
  }

  function choose(): number {
    const start = state[hand] ?? 0;
    let least = start % capacity;
    for (let step = 0; step < Math.min(SAMPLE, capacity); step += 1) {
      const row = (start + step) % capacity;
      state[hand] = (row + 1) % capacity;
      if (owners[row] === 0) return row;
      if (worth(row, (owners[row] ?? 0) - 1) < worth(least, (owners[least] ?? 0) - 1)) least = row;
    }
    return least;
  }

  return {
    of,
    take(member) {
      const known = of(member);
      if (known >= 0) return known;
      const row = choose();
      const owner = owners[row] ?? 0;
      if (owner !== 0) leave(owner - 1);
      rows[member] = row + 1;
      owners[row] = member + 1;
      return row;
    },
    leave,
  };
}
