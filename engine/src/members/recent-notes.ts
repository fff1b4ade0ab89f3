import type { Columns } from '../memory/columns.ts';
import { type memberColumns, RECENT_NOTES } from './member-columns.ts';

const COUNT_MASK = 0xffff;
const ACT_BITS = 3;
const GENERATION_MASK = 31;

/** The notes a member engaged with last. */
export interface RecentNotes {
  /** @param act index in `heads`; of two acts on the newest note the later one counts */
  add(member: number, note: number, act: number): void;
  /** @returns the note `back` places before the newest, or -1 */
  at(member: number, back: number): number;
  actAt(member: number, back: number): number;
  /** Newest first. @returns how many were written */
  write(member: number, out: Uint32Array): number;
}

/** @param generationOf grows when a row gets another note: what is remembered of the former one is void */
export function openRecentNotes(
  columns: Columns<typeof memberColumns>,
  generationOf: (note: number) => number,
): RecentNotes {
  const { memberRecent: notes, memberRecentAct: acts, memberRecentCount: counts } = columns;

  function place(member: number, back: number): number {
    return member * RECENT_NOTES + (((counts[member] ?? 0) - 1 - back) & (RECENT_NOTES - 1));
  }

  function at(member: number, back: number): number {
    if (back >= RECENT_NOTES) return -1;
    const note = (notes[place(member, back)] ?? 0) - 1;
    if (note < 0) return -1;
    return (acts[place(member, back)] ?? 0) >>> ACT_BITS === (generationOf(note) & GENERATION_MASK) ? note : -1;
  }

  return {
    add(member, note, act) {
      if (at(member, 0) !== note) counts[member] = ((counts[member] ?? 0) + 1) & COUNT_MASK;
      notes[place(member, 0)] = note + 1;
      acts[place(member, 0)] = ((generationOf(note) & GENERATION_MASK) << ACT_BITS) | act;
    },
    at,
    actAt: (member, back) => (acts[place(member, back)] ?? 0) & ((1 << ACT_BITS) - 1),
    write(member, out) {
      let count = 0;
      for (let back = 0; back < RECENT_NOTES && count < out.length; back += 1) {
        const note = at(member, back);
        if (note >= 0) out[count++] = note;
      }
      return count;
    },
  };
}
