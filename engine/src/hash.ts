/**
 * 32-bit string hash: MurmurHash3 (Austin Appleby, public domain) over UTF-16 code units. Not for secrets.
 *
 * @param text any string
 * @param seed unsigned 32-bit seed; different seeds give independent hashes
 * @returns unsigned 32-bit integer
 */
export function hash32(text: string, seed = 0): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    // 0xcc9e2d51, 0x1b873593, 0xe6546b64 and the rotations: MurmurHash3_x86_32.
    let block = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
    block = (block << 15) | (block >>> 17);
    hash ^= Math.imul(block, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  return mix32(hash ^ text.length);
}

/** Avalanche step `fmix32` of MurmurHash3: every input bit changes about half of the output bits. */
export function mix32(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
