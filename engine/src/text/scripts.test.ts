import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankNonProse } from './prose.ts';
import { scriptCounts, scriptOf, scriptRuns } from './scripts.ts';

describe('scriptOf', () => {
  test.each([
    ['a', 'Latin'],
    ['é', 'Latin'],
    ['茶', 'Han'],
    ['𠮷', 'Han'],
    ['の', 'Hiragana'],
    ['カ', 'Katakana'],
    ['한', 'Hangul'],
    ['ㅋ', 'Hangul'],
    ['я', 'Cyrillic'],
    ['ع', 'Arabic'],
    ['ก', 'Thai'],
    ['ꓐ', 'Other'],
  ])('%s is %s', (character, script) => {
    expect(scriptOf(character)).toBe(script);
  });

  test.each(['1', ' ', '。', '😂', 'ー', '\u3164', '\u0301'])('%j has none', (character) => {
    expect(scriptOf(character)).toBeUndefined();
  });
});

describe('scriptCounts', () => {
  test('counts own wording only', () => {
    const text = '@tom 看 https://example.com/abc这个 [笑哭R] #ootd ＃穿搭 so cute 😂❤️ (｡･ω･｡) T_T a@b.org';
    expect(scriptCounts(text)).toEqual(
      new Map([
        ['Han', 3],
        ['Latin', 6],
      ]),
    );
  });

  test.each(['😂😂😂', '❤️🔥👍', '(｡･ω･｡)', '666', '+1', '[doge]', '👨‍👩‍👧🇨🇳1️⃣', '(╯°□°）╯', 'T_T >_< QAQ'])(
    '%s has no letters',
    (text) => {
      expect(scriptCounts(text).size).toBe(0);
    },
  );

  test('words in brackets are words', () => {
    expect(scriptCounts('(hello)').get('Latin')).toBe(5);
    expect(scriptCounts('（谢谢！）').get('Han')).toBe(2);
  });
});

describe('for any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'a茶のㅋ#＃@[]() .1😂') }),
  );

  test('blanking keeps the length', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(blankNonProse(text)).toHaveLength(text.length);
      }),
    );
  });

  test('runs are in order, apart, and begin and end with a letter of their script', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const run of scriptRuns(text)) {
          expect(run.start).toBeGreaterThanOrEqual(end);
          const characters = [...text.slice(run.start, run.end)];
          expect(scriptOf(characters.at(0) ?? '')).toBe(run.script);
          expect(scriptOf(characters.at(-1) ?? '')).toBe(run.script);
          expect(characters.filter((character) => scriptOf(character) === run.script)).toHaveLength(run.letters);
          end = run.end;
        }
      }),
    );
  });
});
