import { hash32 } from '../hash.ts';

// Bloom (1970): with 8 bits and 5 probes for each entry 2 % of other strings are taken for one, which blurs a share of
// known pairs by less than one pair in a comment.
export const BITS_PER_PAIR = 8;
const PROBES = 5;

/** @returns the bits of a Bloom filter that holds the pairs, in base64 */
export function writePairFilter(pairs: readonly string[]): string {
  const bytes = new Uint8Array(Math.ceil((pairs.length * BITS_PER_PAIR) / 8));
  for (const pair of pairs) {
    for (const bit of probesOf(pair, bytes.length * 8)) bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @param base64 what `writePairFilter` returned, line breaks allowed */
export function readPairFilter(base64: string): (pair: string) => boolean {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return (pair) => probesOf(pair, bytes.length * 8).every((bit) => ((bytes[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}

/** Two hashes stand for all (Kirsch & Mitzenmacher 2006). */
function probesOf(pair: string, bits: number): number[] {
  const first = hash32(pair);
  const step = hash32(pair, 1) | 1;
  return Array.from({ length: PROBES }, (_, probe) => ((first + Math.imul(probe, step)) >>> 0) % bits);
}
