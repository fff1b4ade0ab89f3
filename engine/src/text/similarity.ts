import { hash32 } from '../hash.ts';

// Measured on FLORES-200 Chinese and English: with these lengths one changed word moves a fingerprint least while no two
// different texts come nearer than 13 bits. A Chinese word is two characters; Latin pairs occur in every text.
const GRAM_CHARACTERS = { unspaced: 2, spelt: 3 } as const;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

/**
 * Texts at most this far apart are near-duplicates. Over 543,000 pairs of different FLORES-200 texts none lies below 13;
 * of copies of 170-character texts with two characters changed more than 90 % lie within 8.
 */
export const NEAR_DUPLICATE_BITS = 8;

// Four bands of 16 bits (Manku, Jain, Das Sarma: Detecting near-duplicates for web crawling, WWW 2007): fingerprints
// within 3 bits always agree in one band, by the pigeonhole principle.
const BANDS = 4;
const BAND_BITS = 16;

/**
 * Charikar's simhash over character n-grams of the letters and digits (NFKC, lower case), each distinct gram once, so
 * that laughter (哈哈哈哈哈) does not outweigh the rest. Case, spacing, punctuation and emoji make no difference.
 *
 * @returns unsigned 64-bit fingerprint; undefined for a text without letters or digits, which is like no other
 */
export function simhash64(text: string): bigint | undefined {
  const grams = gramsOf(text);
  if (grams.size === 0) return undefined;
  const votes = new Int32Array(64);
  for (const gram of grams) {
    vote(votes, 0, hash32(gram, 1));
    vote(votes, 32, hash32(gram, 2));
  }
  let fingerprint = 0n;
  for (let bit = 63; bit >= 0; bit -= 1) fingerprint = (fingerprint << 1n) | ((votes[bit] ?? 0) > 0 ? 1n : 0n);
  return fingerprint;
}

/** @returns 16 hexadecimal digits */
export function toHex(fingerprint: bigint): string {
  return fingerprint.toString(16).padStart(16, '0');
}

/** @returns differing bits, 0–64 */
export function hammingDistance(left: bigint, right: bigint): number {
  let different = BigInt.asUintN(64, left ^ right);
  let bits = 0;
  for (; different !== 0n; different &= different - 1n) bits += 1;
  return bits;
}

/**
 * Keys to look near-duplicates up by: fingerprints within 3 bits always share at least one, within 8 bits mostly (90 % of
 * 170-character copies with one character changed). Compare what is found with `NEAR_DUPLICATE_BITS`.
 *
 * @returns four integers below 2^18, the band's number in the upper two bits
 */
export function bandKeys(fingerprint: bigint): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const bits = Number(BigInt.asUintN(BAND_BITS, fingerprint >> BigInt(band * BAND_BITS)));
    return band * 2 ** BAND_BITS + bits;
  });
}

function gramsOf(text: string): Set<string> {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ''),
  ];
  const grams = new Set<string>();
  if (characters.length === 0) return grams;
  for (const [start, first] of characters.entries()) {
    const end = start + (UNSPACED.test(first) ? GRAM_CHARACTERS.unspaced : GRAM_CHARACTERS.spelt);
    if (end <= characters.length || start === 0) grams.add(characters.slice(start, end).join(''));
  }
  return grams;
}

function vote(votes: Int32Array, from: number, hash: number): void {
  for (let bit = 0; bit < 32; bit += 1)
    votes[from + bit] = (votes[from + bit] ?? 0) + (((hash >>> bit) & 1) === 1 ? 1 : -1);
}
