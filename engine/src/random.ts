import { hash32 } from './hash.ts';

/** A source of numbers in [0, 1). Everything random in the engine is given one. */
export type Random = () => number;

// Chris Doty-Humphrey's recommendation for sfc32: discard this many outputs so that similar seeds part ways.
const WARM_UP_ROUNDS = 12;

/**
 * Seeded generator sfc32 (Chris Doty-Humphrey, PractRand): the same seed gives the same numbers on every machine.
 *
 * @param seed any string or number, for example `${viewerId}:${pageNumber}`
 * @returns numbers in [0, 1) with 32 random bits
 */
export function seededRandom(seed: string | number): Random {
  const text = String(seed);
  let a = hash32(text, 1) | 0;
  let b = hash32(text, 2) | 0;
  let c = hash32(text, 3) | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) next();
  return next;
}

/**
 * A shuffled copy (Fisher–Yates): every order is equally likely. The input is left alone.
 */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = shuffled[last] as Item;
    shuffled[last] = shuffled[other] as Item;
    shuffled[other] = held;
  }
  return shuffled;
}

/**
 * One item, each equally likely; undefined when there is none.
 */
export function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
