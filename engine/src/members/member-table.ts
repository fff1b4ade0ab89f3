import { hash32 } from '../hash.ts';
import type { Columns } from '../memory/columns.ts';
import { memberColumns } from './member-columns.ts';

/** Seeds of the two halves of a key's hash. */
const LOW_SEED = 0x6d656d31;
const HIGH_SEED = 0x6d656d32;

// Sampled least-recently-used, as Redis evicts: of so many neighbours the one longest away goes.
const SAMPLE = 16;

/** The part of the state that a row's end must take along. */
export type OnLeave = (member: number) => void;

export interface MemberTable {
  /** @returns row, or -1 */
  find(key: string): number;
  /** The row of a key, made when there is none; who was away longest may have to leave. */
  touch(key: string, seconds: number): number;
  remove(key: string): void;
  /** The table has become larger: every row is entered anew. */
  rebuild(): void;
  readonly count: number;
}

/** Members and visitors by the 64-bit hash of their key. */
export function openMemberTable(columns: Columns<typeof memberColumns>, onLeave: OnLeave): MemberTable {
  const { memberIndex: index, memberKey: keys, memberActive: active, memberState: state } = columns;
  const capacity = active.length;
  const slots = index.length;

  function slotOf(low: number, high: number): number {
    let slot = low % slots;
    for (let step = 0; step < slots; step += 1) {
      const row = (index[slot] ?? 0) - 1;
      if (row < 0) return slot;
      if (keys[row * 2] === low && keys[row * 2 + 1] === high) return slot;
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
    return -1;
  }

  function find(low: number, high: number): number {
    const slot = slotOf(low, high);
    const row = (index[slot] ?? 0) - 1;
    return row < capacity ? row : -1;
  }

  function leave(row: number): void {
    onLeave(row);
    removeFromIndex(slotOf(keys[row * 2] ?? 0, keys[row * 2 + 1] ?? 0));
    clear(columns, row);
    state[0] = (state[0] ?? 0) - 1;
  }

  /** Backward shift (Knuth 6.4, algorithm R): no tombstones, look-ups stay as short as they were. */
  function removeFromIndex(start: number): void {
    let hole = start;
    let slot = hole;
    while (hole >= 0) {
      slot = slot + 1 === slots ? 0 : slot + 1;
      const entry = index[slot] ?? 0;
      if (entry === 0) break;
      const home = (keys[(entry - 1) * 2] ?? 0) % slots;
      if ((slot - home + slots) % slots < (slot - hole + slots) % slots) continue;
      index[hole] = entry;
      hole = slot;
    }
    if (hole >= 0) index[hole] = 0;
  }

  function freeRow(): number {
    const count = state[0] ?? 0;
    if (count < capacity) {
      for (let step = 0; step < capacity; step += 1) {
        const row = (count + step) % capacity;
        if (active[row] === 0) return row;
      }
    }
    const row = longestAway();
    leave(row);
    return row;
  }

  function longestAway(): number {
    const hand = state[1] ?? 0;
    state[1] = (hand + SAMPLE) % capacity;
    let oldest = hand % capacity;
    for (let step = 1; step < SAMPLE; step += 1) {
      const row = (hand + step) % capacity;
      if ((active[row] ?? 0) < (active[oldest] ?? 0)) oldest = row;
    }
    return oldest;
  }

  return {
    find: (key) => find(hash32(key, LOW_SEED), hash32(key, HIGH_SEED)),
    touch(key, seconds) {
      const low = hash32(key, LOW_SEED);
      const high = hash32(key, HIGH_SEED);
      const known = find(low, high);
      if (known >= 0) {
        active[known] = Math.max(active[known] ?? 0, seconds, 1);
        return known;
      }
      const row = freeRow();
      keys[row * 2] = low;
      keys[row * 2 + 1] = high;
      active[row] = Math.max(seconds, 1);
      columns.memberTasteAt[row] = seconds;
      index[slotOf(low, high)] = row + 1;
      state[0] = (state[0] ?? 0) + 1;
      return row;
    },
    remove(key) {
      const row = find(hash32(key, LOW_SEED), hash32(key, HIGH_SEED));
      if (row >= 0) leave(row);
    },
    rebuild() {
      index.fill(0);
      for (let row = 0; row < capacity; row += 1) {
        if (active[row] !== 0) index[slotOf(keys[row * 2] ?? 0, keys[row * 2 + 1] ?? 0)] = row + 1;
      }
    },
    get count() {
      return state[0] ?? 0;
    },
  };
}

const identity: ReadonlySet<string> = new Set([
  'memberKey',
  'memberActive',
  'memberVersion',
  'memberGroup',
  'memberJoined',
  'memberCountry',
  'memberCategories',
  'memberReads',
  'memberTasteAt',
  'memberSeen',
  'memberSeenCount',
  'memberControlRow',
  'memberDayRow',
]);

/** What was learnt of a member, but not who it is nor what they have seen. */
export function forgetLearnt(columns: Columns<typeof memberColumns>, row: number): void {
  clear(columns, row, identity);
}

function clear(columns: Columns<typeof memberColumns>, row: number, kept?: ReadonlySet<string>): void {
  for (const [name, { rows, per }] of Object.entries(memberColumns)) {
    if (rows !== 'members' || name === 'memberIndex' || kept?.has(name)) continue;
    columns[name as keyof typeof memberColumns].fill(0, row * per, (row + 1) * per);
  }
}
