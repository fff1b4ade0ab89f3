import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../text/detect-language.ts';
import texts from './fixtures/spans.json' with { type: 'json' };
import { originalOf, prepareText } from './prepare-text.ts';
import type { Segment } from './prepared-text.ts';
import { findSpans } from './protect-spans.ts';
import { joinPieces, restoreSegment, splitAroundSpans } from './restore-segment.ts';

const languageOf = (sentence: string) =>
  detectLanguage(sentence, { guess: () => ({ language: 'en', confidence: 0.9 }) }).language;

const prepare = (text: string, target = 'en') => prepareText(text, { target, languageOf }).pieces;

function segmentOf(text: string, target: string): Segment {
  const segment = prepare(text, target).find((piece) => piece.kind === 'segment');
  if (!segment) throw new Error(`nothing to translate in ${text}`);
  return segment;
}

const spanTexts = (text: string) => findSpans(text).map(({ start, end }) => text.slice(start, end));

describe('puts spans back with the space the language wants', () => {
  test.each([
    ['太可爱了@tom快来看', 'en', 'So cute ⟦0⟧ come look', 'So cute @tom come look'],
    ['太可爱了@tom快来看', 'en', 'So cute⟦0⟧come look', 'So cute @tom come look'],
    ['好吃😂下次再来', 'en', 'Tasty⟦0⟧next time', 'Tasty 😂 next time'],
    ['好吃😂下次再来', 'en', 'Tasty ⟦0⟧, next time', 'Tasty 😂, next time'],
    ['so cute @tom look', 'zh', '好可爱 ⟦0⟧ 看', '好可爱@tom看'],
    ['so cute #cat look', 'zh', '好可爱 ⟦0⟧ 看', '好可爱 #cat 看'],
    ['it costs $5 here', 'zh', '这里 ⟦0⟧ 一个', '这里$5一个'],
    ['你好@tom', 'en', 'Hello', 'Hello @tom'],
    ['@tom 你好', 'en', 'Hello', '@tom Hello'],
    ['@tom hello', 'zh', '你好', '@tom你好'],
    ['look @tom and 😂 now', 'es', 'mira ⟦1⟧ ahora ⟦0⟧', 'mira 😂 ahora @tom'],
    ['see @tom now', 'ko', '⟦0⟧을 봐', '@tom을 봐'],
    ['(see @tom)', 'es', '(ver ⟦ 0 ⟧ )', '(ver @tom)'],
  ])('%s into %s: %s', (text, target, output, shown) => {
    expect(restoreSegment(segmentOf(text, target), output)).toEqual({ text: shown });
  });

  test.each(['⟦ 0 ⟧', '[0]', '【0】', '⟦０⟧', '〚0〛', '[[0]]', '⟦0]'])('%s is the marker', (written) => {
    expect(restoreSegment(segmentOf('so @tom look', 'zh'), `看${written}吧`)).toEqual({ text: '看@tom吧' });
  });

  test.each([
    ['lost', '看吧'],
    ['twice', '⟦0⟧看⟦0⟧'],
    ['unknown', '⟦0⟧看⟦1⟧'],
    ['in two other brackets', '[0]看【0】'],
    ['broken', '⟦0⟧看⟦'],
    ['with a link that was not there', '⟦0⟧看 https://evil.example/x'],
    ['with a mention that was not there', '⟦0⟧看 @moderator'],
  ])('a span %s is a problem', (_, output) => {
    expect(restoreSegment(segmentOf('so @tom look', 'zh'), output)).toEqual({ problem: 'spans' });
  });

  test('brackets of the member are not taken for a marker', () => {
    const segment = segmentOf('chapter 【0】 of @tom here', 'zh');
    expect(restoreSegment(segment, '这里【0】章')).toEqual({ problem: 'spans' });
  });
});

describe('without markers', () => {
  test('the wording between spans is translated on its own', () => {
    const pieces = splitAroundSpans(segmentOf('太可爱了@tom快来看#cat，真的😂', 'en'));
    expect(pieces.map(originalOf).join('')).toBe('太可爱了@tom快来看#cat，真的😂');
    expect(pieces.flatMap((piece) => (piece.kind === 'segment' ? [piece.masked] : []))).toEqual([
      '太可爱了',
      '快来看',
      '，真的',
    ]);
    expect(joinPieces(pieces, ['So cute', '@tom', 'come look', '#cat', ', really', '😂'])).toBe(
      'So cute @tom come look #cat, really 😂',
    );
  });

  test('a topic does not swallow what follows it', () => {
    const pieces = splitAroundSpans(segmentOf('look #cat here', 'zh'));
    expect(joinPieces(pieces, ['看', '#cat', '这里'])).toBe('看 #cat 这里');
  });
});

describe('joins sentences', () => {
  test.each([
    ['好吃。下次再来。', 'en', ['Tasty.', 'See you next time.'], 'Tasty. See you next time.'],
    ['Tasty. See you.', 'zh', ['好吃。 ', '再见。'], '好吃。再见。'],
    ['Tasty.\n See you.', 'zh', ['好吃。', '\n', ' 再见。'], '好吃。\n 再见。'],
    ['好吃。 @tom 来', 'en', ['Tasty. ', '@tom come'], 'Tasty. @tom come'],
  ])('%j into %s', (text, target, shown, joined) => {
    expect(joinPieces(prepare(text, target), shown)).toBe(joined);
  });
});

describe('for any text', () => {
  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(...texts.map(({ text }) => text)),
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom(' ', '  ', '\n', '。', 'שלום', '(', '⟦', '<b>', '[0]', '【1】'),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));
  const target = fc.constantFrom('en', 'zh', 'ja', 'ko', 'es');

  test('an engine that changes nothing gives back the text', () => {
    fc.assert(
      fc.property(anyText, target, (text, language) => {
        const pieces = prepare(text, language);
        const shown = pieces.map((piece) => {
          if (piece.kind === 'verbatim') return piece.text;
          const restored = restoreSegment(piece, piece.masked);
          return 'text' in restored ? restored.text : piece.original;
        });
        expect(shown).toEqual(pieces.map(originalOf));
        expect(joinPieces(pieces, shown)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test('going around the spans keeps every one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), target, ({ text, spans }, language) => {
        const pieces = prepare(text, language).flatMap((piece) =>
          piece.kind === 'segment' ? splitAroundSpans(piece) : [piece],
        );
        const wording = language === 'en' ? 'words here' : '一些字';
        const shown = joinPieces(
          pieces,
          pieces.map((piece) => (piece.kind === 'segment' ? piece.before + wording + piece.after : piece.text)),
        );
        expect(spanTexts(shown).toSorted()).toEqual(spans.map(([, span]) => span).toSorted());
      }),
      { numRuns: 400 },
    );
  });
});
