import { hash32 } from '../hash.ts';
import { ID_BYTES, packId } from './id-bytes.ts';
import { NO_ROW } from './note-store.ts';

/** Finds rows by their 16-byte id. */
export interface IdTable {
  /** Row of the id, or -1. */
  find(id: string): number;
  /** A row whose id has this `hash32`, or -1. */
  findHash(hash: number): number;
  /** Names a row that has no id yet. @throws RangeError when the text is no id, or every slot is taken */
  insert(row: number, id: string): void;
  /** Forgets the row's id. */
  remove(row: number): void;
  /** Finds the slots anew from the rows' ids: after a move into columns of another size. */
  rebuild(rows: number): void;
}

export interface IdTableColumns {
  ids: Uint8Array;
  hashes: Uint32Array;
  /** Rows plus one; more slots than rows, so that there is always an empty one. */
  slots: Uint32Array;
}

/**
 * Open addressing with linear probing. A removal closes the gap it leaves (Knuth, TAOCP 3, 6.4, Algorithm R), so that no
 * tombstones gather and a search stays short however many notes came and went.
 */
export function openIdTable({ ids, hashes, slots }: IdTableColumns): IdTable {
  const words = new Uint32Array(ids.buffer, ids.byteOffset, ids.length / 4);
  const packed = new Uint8Array(ID_BYTES);
  const packedWords = new Uint32Array(packed.buffer);

  // The home of a hash is its share of the slots: no power of two is needed, and the product is exact below 2^53.
  const homeOf = (hash: number) => Math.floor((hash * slots.length) / 2 ** 32);
  const after = (slot: number) => (slot + 1 === slots.length ? 0 : slot + 1);

  /** The slot of the first row that fits, or of the emptiness that ends the search; -1 in a table without one. */
  function probe(hash: number, fits: (row: number) => boolean): number {
    let slot = homeOf(hash);
    for (let step = 0; step < slots.length; step += 1) {
      const held = slots[slot] as number;
      if (held === 0 || (hashes[held - 1] === hash && fits(held - 1))) return slot;
      slot = after(slot);
    }
    return -1;
  }

  const rowAt = (slot: number) => (slot < 0 ? NO_ROW : (slots[slot] as number) - 1);

  function hasPackedId(row: number): boolean {
    const at = row * 4;
    return (
      words[at] === packedWords[0] &&
      words[at + 1] === packedWords[1] &&
      words[at + 2] === packedWords[2] &&
      words[at + 3] === packedWords[3]
    );
  }

  function place(row: number): void {
    const slot = probe(hashes[row] as number, never);
    if (slot < 0) throw new RangeError('every slot of the table is taken');
    slots[slot] = row + 1;
  }

  return {
    find: (id) => (packId(id, packed) ? rowAt(probe(hash32(id), hasPackedId)) : NO_ROW),
    findHash: (hash) => rowAt(probe(hash, always)),
    insert(row, id) {
      if (!packId(id, packed)) throw new RangeError(`neither a UUID nor a name of 1–15 ASCII characters: ${id}`);
      ids.set(packed, row * ID_BYTES);
      hashes[row] = hash32(id);
      place(row);
    },
    remove(row) {
      let gap = probe(hashes[row] as number, (other) => other === row);
      if (gap < 0 || slots[gap] === 0) return;
      for (let slot = after(gap); slots[slot] !== 0; slot = after(slot)) {
        const home = homeOf(hashes[(slots[slot] as number) - 1] as number);
        if (isReachable(home, gap, slot)) {
          slots[gap] = slots[slot] as number;
          gap = slot;
        }
      }
      slots[gap] = 0;
      ids.fill(0, row * ID_BYTES, (row + 1) * ID_BYTES);
      hashes[row] = 0;
    },
    rebuild(rows) {
      slots.fill(0);
      for (let row = 0; row < rows; row += 1) {
        if (ids.subarray(row * ID_BYTES, (row + 1) * ID_BYTES).some((byte) => byte > 0)) place(row);
      }
    },
  };
}

const always = () => true;
const never = () => false;

/** Whether a search from `home` comes by `gap` before it comes to `slot`, going round the end. */
function isReachable(home: number, gap: number, slot: number): boolean {
  return home <= slot ? home <= gap && gap < slot : gap >= home || gap < slot;
}
