import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ID_BYTES, isId, packId, unpackId } from './id-bytes.ts';

describe('packId', () => {
  it.each(['0193f0e1-7b1c-7def-8abc-0123456789ab', 'zh-Hant-TW', 'm1', '4 cats'])('keeps %s', (text) => {
    expect(packed(text)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['sixteen characters', '0123456789abcdef'],
    ['other scripts', '茶馆'],
    ['upper case, which would be another id for the same bytes', '0193F0E1-7B1C-7DEF-8ABC-0123456789AB'],
    ['a UUID cut wrongly', '0193f0e17-b1c-7def-8abc-0123456789ab'],
    ['the UUID of zeros', '00000000-0000-0000-0000-000000000000'],
    ['a variant that names use', '0193f0e1-7b1c-7def-dabc-0123456789ab'],
  ])('refuses %s', (_, text) => {
    expect(isId(text)).toBe(false);
  });

  it('gives back every UUID and name it took', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uuid(), fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 15 })), (text) => {
        expect(packed(text)).toBe(text);
      }),
    );
  });
});

function packed(text: string): string {
  const bytes = new Uint8Array(ID_BYTES);
  expect(packId(text, bytes)).toBe(true);
  return unpackId(bytes, 0);
}
