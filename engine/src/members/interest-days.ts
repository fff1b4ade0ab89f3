import type { Columns } from '../memory/columns.ts';
import { type Interests, likeness, type NoteVectors } from './interests.ts';
import { INTERESTS, KEPT_DAYS, type memberColumns } from './member-columns.ts';
import type { OwnedRows } from './owned-rows.ts';

export const DAY_SECONDS = 86_400;

/** Strength of the strongest interest that a day brings back: a week or two of an ordinary reader's acts. */
const RESTORED_STRENGTH = 10;
/** A note that is no longer like the interest (its row was used again) does not stand for it. */
const STILL_ALIKE = 0.3;

/** Stands among the days for the moment before the last restoring. */
export const BEFORE_RESTORING = 0xffff;

/** The notes an earlier day is remembered by. */
export interface RememberedNotes extends NoteVectors {
  readonly noteHash: Uint32Array;
  rowOfHash(hash: number): number;
}

/**
 * Interests as they stood at the end of each of the last thirteen days on which something was learnt, and as they stood before the
 * last restoring (in the place of a fourteenth day until then).
 */
export interface InterestDays {
  /** Remembers the interests as the end of a day's. */
  keep(member: number, day: number): void;
  /**
   * Interests become those of that day, or of the last kept day before it; what they are now is kept as `BEFORE_RESTORING`,
   * which restores in its turn, and is not kept anew then.
   *
   * @param visit is told the notes that stand for them, with their strengths
   * @returns false when nothing so old is remembered
   */
  restore(member: number, day: number, visit: (note: number, strength: number) => void): boolean;
}

export function openInterestDays(
  columns: Columns<typeof memberColumns>,
  rows: OwnedRows,
  notes: RememberedNotes,
  interests: Interests,
): InterestDays {
  const { dayNumber, dayNote, dayStrength } = columns;
  const { memberInterests, memberInterestStrength, memberInterestNote } = columns;

  function placeFor(row: number, day: number): number {
    let place = row * KEPT_DAYS;
    for (let at = place; at < (row + 1) * KEPT_DAYS; at += 1) {
      if (dayNumber[at] === day) return at;
      if ((dayNumber[at] ?? 0) < (dayNumber[place] ?? 0)) place = at;
    }
    return place;
  }

  function placeUntil(row: number, day: number): number {
    if (day === BEFORE_RESTORING) {
      const at = dayNumber.subarray(row * KEPT_DAYS, (row + 1) * KEPT_DAYS).indexOf(BEFORE_RESTORING);
      return at < 0 ? -1 : row * KEPT_DAYS + at;
    }
    let place = -1;
    for (let at = row * KEPT_DAYS; at < (row + 1) * KEPT_DAYS; at += 1) {
      const kept = dayNumber[at] ?? 0;
      if (kept !== 0 && kept <= day && kept > (dayNumber[place] ?? 0)) place = at;
    }
    return place;
  }

  function strongest(member: number): number {
    let most = 0;
    for (let index = 0; index < INTERESTS; index += 1) {
      most = Math.max(most, memberInterestStrength[member * INTERESTS + index] ?? 0);
    }
    return most;
  }

  function keep(member: number, day: number): void {
    const most = strongest(member);
    if (most <= 0 || day <= 0) return;
    const place = placeFor(rows.take(member), day);
    dayNumber[place] = day;
    for (let index = 0; index < INTERESTS; index += 1) {
      const at = member * INTERESTS + index;
      const note = (memberInterestNote[at] ?? 0) - 1;
      const stands = note >= 0 && likeness(memberInterests, at, notes.noteVector, note) >= STILL_ALIKE;
      dayNote[place * INTERESTS + index] = stands ? (notes.noteHash[note] ?? 0) : 0;
      dayStrength[place * INTERESTS + index] = Math.round((255 * (memberInterestStrength[at] ?? 0)) / most);
    }
  }

  return {
    keep,
    restore(member, day, visit) {
      const row = rows.of(member);
      const place = row < 0 ? -1 : placeUntil(row, day);
      if (place < 0) return false;
      // Copied: keeping may take the place of the very day that is asked for.
      const hashes = dayNote.slice(place * INTERESTS, (place + 1) * INTERESTS);
      const strengths = dayStrength.slice(place * INTERESTS, (place + 1) * INTERESTS);
      if (day !== BEFORE_RESTORING) keep(member, BEFORE_RESTORING);
      memberInterestStrength.fill(0, member * INTERESTS, (member + 1) * INTERESTS);
      for (let index = 0; index < INTERESTS; index += 1) {
        const hash = hashes[index] ?? 0;
        const note = hash === 0 ? -1 : notes.rowOfHash(hash);
        const strength = (RESTORED_STRENGTH * (strengths[index] ?? 0)) / 255;
        if (note < 0 || strength === 0) continue;
        interests.set(member, index, note, strength);
        visit(note, strength);
      }
      return true;
    },
  };
}
