import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandKeys, hammingDistance, NEAR_DUPLICATE_BITS, simhash64, toHex } from './similarity.ts';

const RECIPE =
  '今天教大家做一道非常简单的番茄炒蛋，先把三个鸡蛋打散加一点盐，番茄切块备用。锅里放油烧热，倒入蛋液快速划散盛出，' +
  '再放番茄炒出汁水，加半勺糖和一勺生抽，最后把鸡蛋倒回去翻炒均匀，撒上葱花就可以出锅了，酸甜下饭，新手也不会失败。';
const TRIP =
  'We spent three quiet days in Kyoto before the cherry blossom crowds arrived, walking along the river every morning, ' +
  'eating far too much matcha ice cream, and finding a tiny tea house where the owner taught us to whisk properly.';

const fingerprint = (text: string) => simhash64(text) as bigint;
const distance = (left: string, right: string) => hammingDistance(fingerprint(left), fingerprint(right));
const any64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe('simhash64', () => {
  test('fingerprints never change between versions', () => {
    expect(toHex(fingerprint(RECIPE))).toMatchInlineSnapshot(`"02220ea076a15300"`);
    expect(toHex(fingerprint('hi'))).toMatchInlineSnapshot(`"fff167fe8a884c7f"`);
  });

  test('case, width, spacing, punctuation and emoji make no difference', () => {
    expect(distance(TRIP, `✨${TRIP.toUpperCase().replaceAll(',', ' ,,, ')}🍵`)).toBe(0);
    expect(distance('ＡＢＣ茶', 'abc 茶!')).toBe(0);
  });

  test('a copy with one more word at the end is a near-duplicate', () => {
    expect(distance(RECIPE, `${RECIPE}赞`)).toBeLessThanOrEqual(NEAR_DUPLICATE_BITS);
    expect(distance(TRIP, `${TRIP} wow`)).toBeLessThanOrEqual(NEAR_DUPLICATE_BITS);
  });

  test('a touched-up copy is a near-duplicate, another text is far', () => {
    expect(distance(RECIPE, RECIPE.replace('三个', '四个').replace('半勺', '一勺'))).toBeLessThanOrEqual(
      NEAR_DUPLICATE_BITS,
    );
    expect(distance(RECIPE, TRIP)).toBeGreaterThan(18);
  });

  test('texts without letters are like nothing', () => {
    expect(simhash64('')).toBeUndefined();
    expect(simhash64('😂😂 …')).toBeUndefined();
  });

  test('fits 64 bits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hash = simhash64(text);
        if (hash !== undefined) expect(toHex(hash)).toMatch(/^[0-9a-f]{16}$/);
        expect(simhash64(text)).toBe(hash);
      }),
    );
  });
});

describe('hammingDistance', () => {
  test('counts flipped bits', () => {
    fc.assert(
      fc.property(any64, fc.uniqueArray(fc.nat(63)), (hash, bits) => {
        const flipped = bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), hash);
        expect(hammingDistance(hash, flipped)).toBe(bits.length);
      }),
    );
  });
});

describe('bandKeys', () => {
  test('fingerprints within three bits share a key, and keys of different bands never meet', () => {
    fc.assert(
      fc.property(any64, fc.uniqueArray(fc.nat(63), { maxLength: 3 }), (hash, bits) => {
        const keys = bandKeys(hash);
        const near = bandKeys(bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), hash));
        expect(keys.some((key) => near.includes(key))).toBe(true);
        expect(keys.map((key) => key >>> 16)).toEqual([0, 1, 2, 3]);
      }),
    );
  });
});
