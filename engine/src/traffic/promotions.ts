import { type Columns, column } from '../memory/columns.ts';
import { ID_BYTES, packId, unpackId } from '../notes/id-bytes.ts';
import type { NoteStore } from '../notes/note-store.ts';

/** Promotions that run at one time; the first to end gives way. */
export const PROMOTIONS = 256;

/** 10 KB. */
export const promotionColumns = {
  promotionId: column('u8', PROMOTIONS, ID_BYTES),
  /** `hash32` of the note's id; 0: free. */
  promotionNote: column('u32', PROMOTIONS),
  /** Impressions still to come. */
  promotionLeft: column('u32', PROMOTIONS),
  /** Seconds. */
  promotionUntil: column('u32', PROMOTIONS),
} as const;

/** Notes whose showing somebody pays for. */
export interface Promotions {
  set(promotion: { id: string; note: number; impressions: number; until: number }): void;
  /** An impression was paid for. */
  count(id: string): void;
  /** Every promotion that still runs: row of its note, and its place. Safe beside a writer. */
  running(seconds: number, visit: (row: number, place: number) => void): void;
  idAt(place: number): string;
}

export function openPromotions(columns: Columns<typeof promotionColumns>, store: NoteStore): Promotions {
  const { promotionId, promotionNote, promotionLeft, promotionUntil } = columns;
  const packed = new Uint8Array(ID_BYTES);

  function placeOf(id: string): number {
    if (!packId(id, packed)) return -1;
    for (let place = 0; place < PROMOTIONS; place += 1) {
      if (promotionNote[place] !== 0 && packed.every((byte, at) => promotionId[place * ID_BYTES + at] === byte))
        return place;
    }
    return -1;
  }

  function firstToEnd(): number {
    let first = 0;
    for (let place = 0; place < PROMOTIONS; place += 1) {
      if (promotionNote[place] === 0) return place;
      if ((promotionUntil[place] ?? 0) < (promotionUntil[first] ?? 0)) first = place;
    }
    return first;
  }

  return {
    set({ id, note, impressions, until }) {
      const known = placeOf(id);
      if (known < 0 && !packId(id, packed)) return;
      const place = known < 0 ? firstToEnd() : known;
      promotionId.set(packed, place * ID_BYTES);
      promotionNote[place] = note;
      promotionLeft[place] = impressions;
      promotionUntil[place] = until;
    },
    count(id) {
      const place = placeOf(id);
      if (place >= 0) promotionLeft[place] = Math.max(0, (promotionLeft[place] ?? 0) - 1);
    },
    running(seconds, visit) {
      for (let place = 0; place < PROMOTIONS; place += 1) {
        const note = promotionNote[place] ?? 0;
        if (note === 0 || promotionLeft[place] === 0 || (promotionUntil[place] ?? 0) < seconds) continue;
        const row = store.rowOfHash(note);
        if (row >= 0 && store.isListed(row)) visit(row, place);
      }
    },
    idAt: (place) => unpackId(promotionId, place * ID_BYTES),
  };
}
