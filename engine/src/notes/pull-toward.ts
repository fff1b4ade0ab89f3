import { VECTOR_LENGTH } from './note-columns.ts';
import type { NoteStoreColumns } from './note-store-columns.ts';
import { UNIT } from './note-vector.ts';

/** Part of the way that one pull goes, in 256ths: a hundredth, so that it takes many people to move a note. */
const STEP = 3;

/**
 * Signs that may turn against those of the words: a quarter is an angle of 45° (Charikar 2002: a sign differs with probability
 * angle / π). Beyond it a note would be shown for a subject it does not speak of.
 */
const MOST_TURNED = VECTOR_LENGTH / 4;

/** Pulls shorten a vector: below this length it is stretched to 127 again. */
const SHORTEST = 120;
/** And below this one not: a note without words grows into its length by pulls. */
const GROWING = 60;

const WORDS = VECTOR_LENGTH / 32;
/** The anchor of a note that says nothing in words: all numbers are 0. It may be pulled anywhere. */
const ALL_SIGNS = 0xffffffff;

type VectorColumns = Pick<NoteStoreColumns, 'noteVector' | 'noteAnchor'>;

/**
 * Pulls a note's vector toward that of another which the same people liked (CB2CF, Barkan et al. 2019: content first, behaviour
 * on top), in whole numbers, and never far from what its words say.
 *
 * @param turn differs from call to call, such as a count of facts: it decides how fractions are rounded
 * @returns false when the words hold it back, and nothing changed
 */
export function pullToward(
  { noteVector, noteAnchor }: VectorColumns,
  row: number,
  other: number,
  turn: number,
): boolean {
  const from = row * VECTOR_LENGTH;
  const to = other * VECTOR_LENGTH;
  for (let index = 0; index < VECTOR_LENGTH; index += 1) {
    const value = noteVector[from + index] as number;
    const way = (noteVector[to + index] as number) - value;
    // An arithmetic shift rounds down; 0–255 added before make the mean right.
    pulled[index] = value + ((way * STEP + ditherOf(turn, index)) >> 8);
  }
  stretch(pulled);
  if (turnedSigns(pulled, noteAnchor, row) > MOST_TURNED) return false;
  noteVector.set(pulled, from);
  return true;
}

/**
 * Remembers the signs of the vector that a note's words gave.
 *
 * @returns whether they are other than before
 */
export function writeAnchor(anchors: Uint32Array, row: number, vector: Int8Array): boolean {
  let isChanged = false;
  for (let word = 0; word < WORDS; word += 1) {
    const signs = signsOf(vector, word * 32);
    if (anchors[row * WORDS + word] !== signs) isChanged = true;
    anchors[row * WORDS + word] = signs;
  }
  return isChanged;
}

const pulled = new Int8Array(VECTOR_LENGTH);

function ditherOf(turn: number, index: number): number {
  return Math.imul(turn * VECTOR_LENGTH + index + 1, 0x9e3779b1) >>> 24;
}

function stretch(vector: Int8Array): void {
  let squares = 0;
  for (let index = 0; index < VECTOR_LENGTH; index += 1) squares += (vector[index] as number) ** 2;
  if (squares >= SHORTEST ** 2 || squares < GROWING ** 2) return;
  const scale = UNIT / Math.sqrt(squares);
  for (let index = 0; index < VECTOR_LENGTH; index += 1) vector[index] = Math.round((vector[index] as number) * scale);
}

function turnedSigns(vector: Int8Array, anchors: Uint32Array, row: number): number {
  let turned = 0;
  let isBlank = true;
  for (let word = 0; word < WORDS; word += 1) {
    const anchor = anchors[row * WORDS + word] as number;
    if (anchor !== ALL_SIGNS) isBlank = false;
    turned += onesIn(anchor ^ signsOf(vector, word * 32));
  }
  return isBlank ? 0 : turned;
}

/** Bit i is set where number `from + i` is not negative. */
function signsOf(vector: Int8Array, from: number): number {
  let signs = 0;
  for (let bit = 0; bit < 32; bit += 1) if ((vector[from + bit] ?? 0) >= 0) signs |= 1 << bit;
  return signs >>> 0;
}

/** Hacker's Delight (Warren), 5-1. */
function onesIn(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
