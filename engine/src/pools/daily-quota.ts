import { mix32 } from '../hash.ts';
import type { Columns } from '../memory/columns.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';
import { AUTHOR_SLOTS, type poolColumns } from './pool-columns.ts';

// A window of eight and a table three times too large for a busy day: a slot of today is hardly ever pushed out.
const PROBES = 8;

/**
 * Counts an author's promised notes of a day.
 *
 * @param day days since the epoch
 * @returns false when the author's promises of the day are used up
 */
export function takeFromDay(
  columns: Pick<Columns<typeof poolColumns>, 'poolAuthor' | 'poolAuthorDay' | 'poolAuthorNotes'>,
  { firstPool }: TrafficPolicy,
  author: number,
  { isFirstDay, day }: { isFirstDay: boolean; day: number },
): boolean {
  const { poolAuthor, poolAuthorDay, poolAuthorNotes } = columns;
  const slot = slotFor(columns, author, day);
  if (poolAuthor[slot] !== author + 1 || poolAuthorDay[slot] !== day) {
    poolAuthor[slot] = author + 1;
    poolAuthorDay[slot] = day;
    poolAuthorNotes[slot] = 0;
  }
  const taken = poolAuthorNotes[slot] as number;
  if (taken >= (isFirstDay ? firstPool.notesFirstDay : firstPool.notesPerAuthor)) return false;
  poolAuthorNotes[slot] = taken + 1;
  return true;
}

/** The author's own slot, else one that is free or of another day, else the one with the fewest notes. */
function slotFor(
  { poolAuthor, poolAuthorDay, poolAuthorNotes }: Parameters<typeof takeFromDay>[0],
  author: number,
  day: number,
): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (let probe = 0; probe < PROBES; probe += 1) {
    const slot = (mix32(author) + probe) % AUTHOR_SLOTS;
    if (poolAuthor[slot] === author + 1) return slot;
    const notes = poolAuthor[slot] === 0 || poolAuthorDay[slot] !== day ? -1 : (poolAuthorNotes[slot] as number);
    if (notes < fewest) {
      fewest = notes;
      best = slot;
    }
  }
  return best;
}
