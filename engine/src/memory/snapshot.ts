import { hash32 } from '../hash.ts';
import { bytesOf, type Capacities, type ColumnSpec, type ColumnSpecs, type Columns } from './columns.ts';
import { readRuns, writeRuns } from './word-runs.ts';

/** What a snapshot says of itself. */
export interface SnapshotHeader {
  /** How far in the log of facts the state had come, as the caller counts; below 2^53. */
  position: number;
  capacities: Capacities;
}

export type RestoreProblem = 'no-snapshot' | 'damaged' | 'other-version' | 'other-columns' | 'too-large';

export type SnapshotRestored =
  | {
      isOk: true;
      position: number;
      /** The capacities were others: what depends on them has to be rebuilt by its part. */
      isMoved: boolean;
    }
  | { isOk: false; problem: RestoreProblem };

// 'Teahouse' as two words of a machine that puts the low byte first; on another machine they differ, and it refuses.
const MAGIC = [0x68616554, 0x6573756f] as const;
const VERSION = 1;
const AT = { version: 2, specs: 3, positionLow: 4, positionHigh: 5, capacityBytes: 6, checksum: 7 } as const;
const HEADER_WORDS = 8;

/** A copy of the columns with zeros left out, a header and a checksum. The same state gives the same bytes. */
export function writeSnapshot<S extends ColumnSpecs>(
  specs: S,
  columns: Columns<S>,
  { position, capacities }: SnapshotHeader,
): Uint8Array<ArrayBuffer> {
  const capacityText = new TextEncoder().encode(JSON.stringify(capacities));
  const bodyAt = HEADER_WORDS + Math.ceil(capacityText.length / 4);
  const words = new Uint32Array(writeBody(specs, columns, capacities, undefined, bodyAt));
  const bytes = new Uint8Array(words.buffer);
  words.set(MAGIC);
  words[AT.version] = VERSION;
  words[AT.specs] = hashOf(specs);
  words[AT.positionLow] = position >>> 0;
  words[AT.positionHigh] = Math.floor(position / 2 ** 32);
  words[AT.capacityBytes] = capacityText.length;
  bytes.set(capacityText, HEADER_WORDS * 4);
  writeBody(specs, columns, capacities, words, bodyAt);
  words[AT.checksum] = checksumOf(words);
  return bytes;
}

/**
 * Puts a snapshot into columns of the same specifications and at least its capacities, over whatever was in them. When that
 * cannot be, they stay as they were.
 *
 * @param options `isFresh`: they hold nothing but zeros, and the memory of empty rows stays untouched, so that it takes none
 */
export function restoreSnapshot<S extends ColumnSpecs>(
  snapshot: Uint8Array,
  specs: S,
  columns: Columns<S>,
  capacities: Capacities,
  { isFresh = false } = {},
): SnapshotRestored {
  const words = wordsOf(snapshot);
  const problem = findProblem(words, specs);
  if (problem) return { isOk: false, problem };
  const held = capacitiesOf(words);
  if (!fits(specs, held, capacities)) return { isOk: false, problem: 'too-large' };
  if (readBody(words, specs, held) !== words.length) return { isOk: false, problem: 'damaged' };
  if (!isFresh) for (const name of Object.keys(specs)) columns[name]?.fill(0);
  readBody(words, specs, held, columns);
  return { isOk: true, position: positionOf(words), isMoved: isMoved(specs, held, capacities) };
}

function findProblem(words: Uint32Array, specs: ColumnSpecs): RestoreProblem | undefined {
  if (MAGIC.some((word, at) => words[at] !== word) || words.length < HEADER_WORDS) return 'no-snapshot';
  if (words[AT.version] !== VERSION) return 'other-version';
  if (words[AT.checksum] !== checksumOf(words)) return 'damaged';
  return words[AT.specs] === hashOf(specs) ? undefined : 'other-columns';
}

/** Whole words only, on a boundary that words can be read from. */
function wordsOf(snapshot: Uint8Array): Uint32Array {
  const isAligned = snapshot.byteOffset % 4 === 0;
  const { buffer, byteOffset } = isAligned ? snapshot : snapshot.slice();
  return new Uint32Array(buffer, byteOffset, Math.floor(snapshot.length / 4));
}

function capacitiesOf(words: Uint32Array): Capacities {
  const bytes = new Uint8Array(words.buffer, words.byteOffset + HEADER_WORDS * 4, words[AT.capacityBytes]);
  return JSON.parse(new TextDecoder().decode(bytes.slice()));
}

function positionOf(words: Uint32Array): number {
  return (words[AT.positionHigh] as number) * 2 ** 32 + (words[AT.positionLow] as number);
}

function fits(specs: ColumnSpecs, held: Capacities, capacities: Capacities): boolean {
  return Object.values(specs).every((spec) => bytesOf(spec, held) <= bytesOf(spec, capacities));
}

function isMoved(specs: ColumnSpecs, held: Capacities, capacities: Capacities): boolean {
  return Object.values(specs).some((spec) => bytesOf(spec, held) !== bytesOf(spec, capacities));
}

/** @returns where the body ends */
function writeBody<S extends ColumnSpecs>(
  specs: S,
  columns: Columns<S>,
  capacities: Capacities,
  out: Uint32Array | undefined,
  at: number,
): number {
  return Object.entries(specs).reduce((end, [name, spec]) => {
    return writeRuns(viewOf(columns, name, wordsIn(spec, capacities)), out, end);
  }, at);
}

/**
 * @param columns absent: the body is only checked
 * @returns where the body ends, or -1
 */
function readBody<S extends ColumnSpecs>(words: Uint32Array, specs: S, held: Capacities, columns?: Columns<S>): number {
  const bodyAt = HEADER_WORDS + Math.ceil((words[AT.capacityBytes] as number) / 4);
  return Object.entries(specs).reduce((at, [name, spec]) => {
    const length = wordsIn(spec, held);
    return at < 0 ? at : readRuns(words, at, length, columns && viewOf(columns, name, length));
  }, bodyAt);
}

function wordsIn(spec: ColumnSpec, capacities: Capacities): number {
  return Math.ceil(bytesOf(spec, capacities) / 4);
}

/** A column begins on a cache line and the next one too: its last word may reach over its end, into zeros. */
function viewOf<S extends ColumnSpecs>(columns: Columns<S>, name: string, words: number): Uint32Array {
  const { buffer, byteOffset } = columns[name] as ArrayBufferView;
  return new Uint32Array(buffer, byteOffset, words);
}

function hashOf(specs: ColumnSpecs): number {
  return hash32(JSON.stringify(specs));
}

/** FNV-1a over words, with a turn so that high bits count too; the word that holds it counts as zero. */
function checksumOf(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    sum = Math.imul(sum ^ (at === AT.checksum ? 0 : (words[at] as number)), 0x01000193);
    sum = (sum << 13) | (sum >>> 19);
  }
  return sum >>> 0;
}
