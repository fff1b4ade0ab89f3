import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash32 } from './hash.ts';

test('a hash is an unsigned 32-bit integer and depends on the seed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, seed) => {
      const hash = hash32(text, seed);
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
      expect(hash32(text, seed)).toBe(hash);
    }),
  );
  expect(hash32('note')).not.toBe(hash32('note', 1));
});

test('consecutive ids do not collide and spread evenly', () => {
  const buckets = new Array<number>(16).fill(0);
  const hashes = new Set<number>();
  for (let index = 0; index < 16_000; index += 1) {
    const hash = hash32(`note-${index}`);
    hashes.add(hash);
    buckets[hash >>> 28] = (buckets[hash >>> 28] ?? 0) + 1;
  }
  expect(hashes.size).toBeGreaterThan(15_990);
  expect(Math.min(...buckets)).toBeGreaterThan(850);
  expect(Math.max(...buckets)).toBeLessThan(1150);
});
