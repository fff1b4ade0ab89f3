import { type Columns, column } from '../memory/columns.ts';

/** Members remembered for each note: Bluesky's co-liker feed caps them as well (research §4.2). */
export const LIKERS = 8;
const PLACES = 4;

/** 42 bytes a row; with one row for 32 notes, 1.3 bytes a note: only notes that somebody liked lately are there. */
export const likerColumns = {
  /** Note row plus one. */
  likerNote: column('u32', 'liked'),
  /** Seconds of the last liking. */
  likerAt: column('u32', 'liked'),
  /** Member rows plus one; a ring. */
  likerMember: column('u32', 'liked', LIKERS),
  likerCount: column('u16', 'liked'),
} as const;

/** Who liked a note lately. */
export interface NoteLikers {
  add(note: number, member: number, seconds: number): void;
  /** @returns how many members were written */
  of(note: number, out: Uint32Array): number;
  forget(note: number): void;
  /** The table has become larger: who stood in it finds the new place. */
  rebuild(): void;
}

export function openNoteLikers({
  likerNote,
  likerAt,
  likerMember,
  likerCount,
}: Columns<typeof likerColumns>): NoteLikers {
  const groups = Math.max(1, Math.floor(likerNote.length / PLACES));

  function startOf(note: number): number {
    // Knuth's multiplicative hash: neighbours in the store are born together and would fill one group.
    return ((Math.imul(note + 1, 0x9e3779b1) >>> 0) % groups) * PLACES;
  }

  function find(note: number): number {
    const start = startOf(note);
    for (let row = start; row < start + PLACES; row += 1) if (likerNote[row] === note + 1) return row;
    return -1;
  }

  function claim(note: number): number {
    const known = find(note);
    if (known >= 0) return known;
    const start = startOf(note);
    let oldest = start;
    for (let row = start; row < start + PLACES && row < likerNote.length; row += 1) {
      if ((likerAt[row] ?? 0) < (likerAt[oldest] ?? 0)) oldest = row;
    }
    clear(oldest);
    likerNote[oldest] = note + 1;
    return oldest;
  }

  function clear(row: number): void {
    likerNote[row] = 0;
    likerAt[row] = 0;
    likerCount[row] = 0;
    likerMember.fill(0, row * LIKERS, (row + 1) * LIKERS);
  }

  return {
    add(note, member, seconds) {
      const row = claim(note);
      const count = likerCount[row] ?? 0;
      likerMember[row * LIKERS + (count % LIKERS)] = member + 1;
      likerCount[row] = (count + 1) % (LIKERS * 1024);
      likerAt[row] = seconds;
    },
    of(note, out) {
      const row = find(note);
      if (row < 0) return 0;
      let count = 0;
      for (let at = row * LIKERS; at < (row + 1) * LIKERS && count < out.length; at += 1) {
        const member = likerMember[at] ?? 0;
        if (member !== 0) out[count++] = member - 1;
      }
      return count;
    },
    forget(note) {
      const row = find(note);
      if (row >= 0) clear(row);
    },
    rebuild() {
      const notes = likerNote.slice();
      const at = likerAt.slice();
      const members = likerMember.slice();
      const counts = likerCount.slice();
      for (let row = 0; row < notes.length; row += 1) clear(row);
      for (const [row, name] of notes.entries()) {
        if (name === 0) continue;
        const place = claim(name - 1);
        likerAt[place] = at[row] ?? 0;
        likerCount[place] = counts[row] ?? 0;
        likerMember.set(members.subarray(row * LIKERS, (row + 1) * LIKERS), place * LIKERS);
      }
    },
  };
}
