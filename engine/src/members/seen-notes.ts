import type { Columns } from '../memory/columns.ts';
import { type memberColumns, SEEN_BYTES } from './member-columns.ts';

// The filter of `page/seen-filter.ts` in columns: two generations of 4,096 bits, 5 probes, 400 notes each, at most 1.8 % false positives.
const BITS = (SEEN_BYTES / 2) * 8;
const PROBES = 5;
const NOTES_PER_GENERATION = 400;
const SIDE = 0x8000;

/** Which notes a member has seen: the last 400 to 800; older ones fade out as whole generations. */
export interface SeenNotes {
  add(member: number, note: number): void;
  /** @param note `hash32` of the note's id */
  has(member: number, note: number): boolean;
}

export function openSeenNotes(columns: Columns<typeof memberColumns>): SeenNotes {
  const { memberSeen: bits, memberSeenCount: counts } = columns;

  function holds(start: number, note: number): boolean {
    const step = stepOf(note);
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (note + Math.imul(probe, step)) & (BITS - 1);
      if (((bits[start + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  }

  function mark(start: number, note: number): void {
    const step = stepOf(note);
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (note + Math.imul(probe, step)) & (BITS - 1);
      const byte = start + (bit >>> 3);
      bits[byte] = (bits[byte] ?? 0) | (1 << (bit & 7));
    }
  }

  function startOf(member: number, side: number): number {
    return member * SEEN_BYTES + (side === 0 ? 0 : SEEN_BYTES / 2);
  }

  return {
    add(member, note) {
      let count = counts[member] ?? 0;
      if (holds(startOf(member, count & SIDE), note)) return;
      if ((count & ~SIDE) >= NOTES_PER_GENERATION) {
        count = (count & SIDE) ^ SIDE;
        const young = startOf(member, count);
        bits.fill(0, young, young + SEEN_BYTES / 2);
      }
      mark(startOf(member, count & SIDE), note);
      counts[member] = count + 1;
    },
    has: (member, note) => holds(startOf(member, 0), note) || holds(startOf(member, SIDE), note),
  };
}

/** Double hashing (Kirsch & Mitzenmacher 2006); the second hash is a multiple of the first by Knuth's constant, made odd. */
function stepOf(note: number): number {
  return ((Math.imul(note, 0x9e3779b1) >>> 15) | 1) >>> 0;
}
