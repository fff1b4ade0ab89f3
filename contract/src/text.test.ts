import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInvisible, memberText, normaliseText, optionalText } from './text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', '茶', '\u0301', '\u200d', '👩', '🏴', '\u{e0067}', '\u202e', '\0', '\r', '\n'),
  }),
);

describe('normaliseText', () => {
  test.each([
    ['  hi \u0000there\u0007 ', 'hi there'],
    ['line one\r\nline two\rline three', 'line one\nline two\nline three'],
    ['e\u0301', 'é'],
    ['safe\u202etxt.exe\u2066', 'safetxt.exe'],
    ['z\u0310\u0311\u0312\u0313\u0314\u0315algo', 'z\u0310\u0311\u0312algo'],
    ['hello\u{e0049}\u{e0067}\u{e006e}', 'hello'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    ['👨‍👩‍👧 ❤️', '👨‍👩‍👧 ❤️'],
    ['می‌خواهم', 'می‌خواهم'],
    ['\tcode', 'code'],
    ['a\tb', 'a\tb'],
  ])('%j becomes %j', (text, stored) => {
    expect(normaliseText(text)).toBe(stored);
  });

  test('thirty thousand marks on a letter cost no more than as many letters', () => {
    expect(normaliseText(`a${'\u0327\u0301'.repeat(15_000)}b`)).toMatch(/^\p{L}\p{M}{0,3}b$/u);
  });

  test('leaves ordinary writing of many scripts alone', () => {
    for (const text of ['สวัสดีค่ะ', 'नमस्ते', 'שָׁלוֹם', 'Tiếng Việt', 'བཀྲ་ཤིས་', 'العَرَبِيَّة', 'café']) {
      expect(normaliseText(text)).toBe(text.normalize('NFC'));
    }
  });

  test('is settled after one pass and never leaves what it removes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toMatch(/\0|\r|\u202e|\p{M}{4}/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('member text', () => {
  const title = memberText('title', { singleLine: true });

  test.each([
    ['C1 nothing', '', 'empty'],
    ['C5 only characters nobody sees', '\u200b\u3164', 'empty'],
    ['C6 half a surrogate pair', 'a\ud800', 'malformed-text'],
    ['C1 more graphemes than a title has', '茶'.repeat(61), 'too-long'],
    ['C1 a hundred thousand characters', 'a'.repeat(100_000), 'too-long'],
  ])('%s is refused', (_, text, message) => {
    expect(title.safeParse(text).error?.issues.map((issue) => issue.message)).toContain(message);
  });

  test('counts what a person counts', () => {
    expect(title.parse('👨‍👩‍👧'.repeat(19))).toBe('👨‍👩‍👧'.repeat(19));
  });

  test('an optional text of invisible characters is no text', () => {
    expect(optionalText('bio').parse(' \u3164 ')).toBe('');
    expect(isInvisible('茶')).toBe(false);
  });
});
