import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../text/detect-language.ts';
import texts from './fixtures/spans.json' with { type: 'json' };
import { originalOf, prepareText } from './prepare-text.ts';
import type { Piece } from './prepared-text.ts';

/** Script decides; every Latin word is English here. */
const languageOf = (sentence: string) =>
  detectLanguage(sentence, { guess: () => ({ language: 'en', confidence: 0.9 }) }).language;

const prepare = (text: string, target = 'en') => prepareText(text, { target, languageOf }).pieces;
const shape = (piece: Piece) =>
  piece.kind === 'verbatim' ? piece.text : [piece.source, piece.before, piece.masked, piece.after];

describe('cuts, peels and masks', () => {
  test.each<[string, string, ReturnType<typeof shape>[]]>([
    [
      '今天@tom你好，去吃¥128的火锅😂吧！好吃。下次再来～✨ #美食#',
      'en',
      [
        ['zh', '', '今天⟦0⟧你好，去吃⟦1⟧的火锅⟦2⟧吧！', ''],
        ['zh', '', '好吃。', ''],
        ['zh', '', '下次再来', '～✨ #美食#'],
      ],
    ],
    [
      '1. Mix 200g flour.\n2. Bake it!\r\n\n#baking',
      'zh',
      [['en', '1. ', 'Mix ⟦0⟧ flour.', ''], '\n', ['en', '2. ', 'Bake it!', ''], '\r\n\n#baking'],
    ],
    [
      '好吃！！！😂😂下次',
      'en',
      [
        ['zh', '', '好吃！！！', ''],
        ['zh', '😂😂', '下次', ''],
      ],
    ],
    ['「好。」と言った', 'en', [['ja', '', '「好。」と言った', '']]],
    [
      'Mr. Smith went home. Great!',
      'zh',
      [
        ['en', '', 'Mr. Smith went home.', ' '],
        ['en', '', 'Great!', ''],
      ],
    ],
    ['太美了😭😭🙏真的', 'en', [['zh', '', '太美了⟦0⟧真的', '']]],
    ['#a #b #c', 'zh', ['#a #b #c']],
    ['😂😂😂', 'en', ['😂😂😂']],
    ['', 'en', []],
    ['so cute. 太可爱了。', 'zh', [['en', '', 'so cute.', ' '], '太可爱了。']],
    ['这个outfit好chic', 'en', [['zh', '', '这个outfit好chic', '']]],
    ['这个outfit好chic', 'zh', [['en', '', '这个outfit好chic', '']]],
    ['I love 茶', 'zh', [['en', '', 'I love 茶', '']]],
    ['他写⟦0⟧和⟦ 1', 'en', [['zh', '', '他写⟦0⟧和⟦1⟧ 1', '']]],
  ])('%j into %s', (text, target, pieces) => {
    expect(prepare(text, target).map(shape)).toEqual(pieces);
  });

  test('a sentence in the target language is verbatim and says so', () => {
    expect(prepare('Hello there', 'en')).toEqual([{ kind: 'verbatim', text: 'Hello there', language: 'en' }]);
    expect(prepareText('你好', { target: 'zh-Hant', languageOf: () => 'zh-Hans' }).pieces[0]?.kind).toBe('verbatim');
  });

  test('an unknown language is translated all the same', () => {
    const [piece] = prepareText('xyzzy plugh', { target: 'en', languageOf: () => 'und' }).pieces;
    expect(piece).toMatchObject({ kind: 'segment', source: 'und', masked: 'xyzzy plugh' });
  });

  test('a long sentence is cut at a clause', () => {
    const pieces = prepare('这家店的蛋糕真的特别好吃，'.repeat(40));
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      expect(originalOf(piece).length).toBeLessThanOrEqual(300);
      expect(originalOf(piece)).toMatch(/，$/);
    }
  });

  test('a word of 5,000 characters is cut between graphemes', () => {
    const pieces = prepare('é'.normalize('NFD').repeat(2500), 'zh');
    expect(pieces.every((piece) => originalOf(piece).length <= 300 && !/^\u0301/.test(originalOf(piece)))).toBe(true);
  });
});

describe('for any text', () => {
  const shipped = fc.constantFrom(...texts.map(({ text }) => text));
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '👩‍👩‍👧‍👦',
      '🏳️‍🌈',
      'שלום עולם.',
      'مرحبا! كيف',
      '\u202e',
      '<b>',
      '</i',
      '&',
      '(',
      '【',
      '⟦9⟧',
      '\ud83d',
      '"',
      '\r',
      '\u2028',
    ),
    fc.nat({ max: 5000 }).map((length) => '长'.repeat(length)),
    fc.nat({ max: 5000 }).map((length) => 'x'.repeat(length)),
  );
  const anyText = fc.array(fc.oneof(shipped, noise), { maxLength: 6 }).map((parts) => parts.join(''));
  const target = fc.constantFrom('en', 'zh', 'ja', 'ko', 'es');

  test('the originals of the pieces are the text', () => {
    fc.assert(
      fc.property(anyText, target, (text, language) => {
        const pieces = prepare(text, language);
        expect(pieces.map(originalOf).join('')).toBe(text);
        for (const piece of pieces) {
          if (piece.kind === 'verbatim') continue;
          const filled = piece.masked.replace(/⟦(\d+)⟧/g, (_, index: string) => piece.spans[Number(index)]?.text ?? '');
          expect(piece.before + filled + piece.after).toBe(piece.original);
          expect(piece.source).not.toBe(language);
        }
      }),
      { numRuns: 400 },
    );
  });
});
