import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBytes, countGraphemes, hasLoneSurrogate, isBlank, truncate } from './graphemes.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', '茶', '\u0301', '\u200d', '👩', '🏴', '\u{e0067}', '\u202e', '\0', '\r', '\n'),
  }),
);

describe('counting', () => {
  test.each([
    ['', 0, 0],
    ['tea', 3, 3],
    ['a\r\nb', 3, 4],
    ['茶馆', 2, 6],
    ['e\u0301', 1, 3],
    ['👨‍👩‍👧', 1, 18],
    ['🇨🇳🇺🇸', 2, 16],
    ['한국', 2, 6],
  ])('%j has %i graphemes and %i bytes', (text, graphemes, bytes) => {
    expect(countGraphemes(text)).toBe(graphemes);
    expect(countBytes(text)).toBe(bytes);
  });

  test('bytes are those of the encoder', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(countBytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe('truncate', () => {
  test('leaves what fits', () => {
    expect(truncate('早上好', { graphemes: 3 })).toBe('早上好');
    expect(truncate('👨‍👩‍👧👨‍👩‍👧', { graphemes: 2 })).toBe('👨‍👩‍👧👨‍👩‍👧');
  });

  test('cuts between graphemes and says so', () => {
    expect(truncate('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', { graphemes: 2 })).toBe('👨‍👩‍👧…');
    expect(truncate('good morning', { graphemes: 5, ellipsis: '' })).toBe('good ');
    expect(truncate('茶茶茶', { graphemes: 10, bytes: 7 })).toBe('茶…');
    expect(truncate('茶茶', { graphemes: 1, ellipsis: '......' })).toBe('茶');
  });

  test('keeps both limits for any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.nat(60), (text, graphemes, bytes) => {
        const cut = truncate(text, { graphemes, bytes });
        expect(countGraphemes(cut)).toBeLessThanOrEqual(graphemes);
        expect(countBytes(cut)).toBeLessThanOrEqual(bytes);
        if (countGraphemes(text) <= graphemes && countBytes(text) <= bytes) expect(cut).toBe(text);
      }),
    );
  });
});

describe('what cannot be seen or stored', () => {
  test.each(['', ' ', '\u200b', '\u3164', '\u3164\u200b \u2800', '\ufeff\u00ad', '\u115f\uffa0', '\u0301', '\n\t'])(
    '%j is blank',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  test.each(['.', '茶', '😂', '\u200ba', '❤️', '０'])('%j is not blank', (text) => {
    expect(isBlank(text)).toBe(false);
  });

  test('half a pair is found', () => {
    expect(hasLoneSurrogate('😂'.slice(0, 1))).toBe(true);
    expect(hasLoneSurrogate('\udc00a')).toBe(true);
    expect(hasLoneSurrogate('😂')).toBe(false);
  });
});
