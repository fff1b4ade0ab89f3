import { expect, test } from 'vitest';
import { faultsOf, figuresOf, type TranslatedOne } from './translation-figures.ts';

const plain = { notes: [], milliseconds: 10 };
const goat = { term: 'yyds', seen: 'YYDS', rendering: 'GOAT' };

test('what is not translated counts as the original that readers see', () => {
  const asked = { text: '一碗汤', reference: 'A bowl of soup', raw: 'A bowl of soup' };
  const figures = figuresOf([{ asked, state: 'failed', ...plain }], 1_000);
  expect(figures).toMatchObject({ chrf: 0, raw_chrf: 100, delta_chrf: -100, kept: 1, states: { failed: 1 } });
});

test('the difference to the raw output needs raw outputs', () => {
  const asked = { text: '一碗汤', reference: 'A bowl of soup' };
  const figures = figuresOf([{ asked, state: 'ok', text: 'A bowl of soup', ...plain }], 1_000);
  expect(figures.chrf).toBe(100);
  expect(figures).not.toHaveProperty('delta_chrf');
});

test('a span counts when it stands in the translation as often as in the original', () => {
  const asked = { text: '@tom 看 https://a.example 和 https://a.example' };
  const kept: TranslatedOne = { asked, state: 'ok', text: '@tom see https://a.example https://a.example', ...plain };
  const lost: TranslatedOne = { asked, state: 'ok', text: '@tom see https://a.example', ...plain };
  expect(figuresOf([kept, lost], 1_000).spans_exact).toBe(0.5);
  expect([faultsOf(kept), faultsOf(lost)]).toEqual([[], ['spans']]);
});

test('slang is understood by its note, and rendered when the rendering stands in the text', () => {
  const asked = { text: '这猫yyds', terms: ['yyds', '绝绝子'] };
  const one: TranslatedOne = { asked, state: 'ok', text: 'This cat is the goat', notes: [goat], milliseconds: 10 };
  expect(figuresOf([one], 1_000)).toMatchObject({ slang_success: 0.5, slang_rendered: 0.5 });
  expect(faultsOf(one)).toEqual(['no note for 绝绝子']);
});

test('words a second count words, also where no spaces stand between them', () => {
  const asked = { text: '我们喜欢你们' };
  expect(figuresOf([{ asked, state: 'ok', text: 'We like you', ...plain }], 1_500).words_per_s).toBe(2);
});
