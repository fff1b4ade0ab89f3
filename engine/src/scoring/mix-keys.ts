/**
 * One 32-bit key for two and what they are the key of; 0 only when a part is 0, which stands for "none".
 * Multipliers and shifts: `fmix32` of MurmurHash3, as in `hash32`.
 */
export function mixKeys(kind: number, first: number, second: number): number {
  if (first === 0 || second === 0) return 0;
  // 0x9e3779b1, 0x85ebca77: the primes of xxHash32, which keep (a, b) and (b, a) apart.
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + kind, 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) ^ Math.imul(kind, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0 || 1;
}

/** The key of one thing of a kind: a note and an author of the same hash are two. */
export function keyOf(kind: number, thing: number): number {
  return mixKeys(kind, thing, 1);
}
