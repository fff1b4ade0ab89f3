import type { GlossView } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { draftOf, type GlossDraft, glossOf, isComplete, newDraft } from './gloss-draft.ts';
import { renderingFor, renderingsInOrder } from './rendering-for.ts';

const yyds = {
  term: 'yyds',
  language: 'zh',
  variants: ['永远的神', 'yyd'],
  sense: '“永远的神”的拼音首字母。',
  renderings: { ja: { text: '神ってる', note: '' }, en: { text: 'GOAT', note: 'Initials of 永远的神.' } },
  isCoarse: false,
  isAmbiguous: false,
} as unknown as GlossView;

const written: GlossDraft = {
  ...newDraft('en'),
  term: '蹲',
  sense: '等着看。',
  renderings: [{ language: 'en', text: 'following', note: '' }],
};

test('a term opened for change goes back to the house as it came', () => {
  const { term, language, variants, sense, renderings, isCoarse, isAmbiguous } = yyds;
  expect(glossOf(draftOf(yyds))).toEqual({ term, language, variants, sense, renderings, isCoarse, isAmbiguous });
});

test('a new term is explained towards the reader, and words asked about come along', () => {
  expect(newDraft('en')).toMatchObject({ term: '', language: 'zh', renderings: [{ language: 'en' }] });
  expect(newDraft('zh')).toMatchObject({ language: 'en', renderings: [{ language: 'zh' }] });
  expect(newDraft('en', { words: 'no cap', language: 'en' })).toMatchObject({
    term: 'no cap',
    language: 'en',
    renderings: [{ language: 'zh' }],
  });
  expect(newDraft('zh', { words: '????', language: 'und' })).toMatchObject({ language: 'en' });
});

test('spellings are parted at commas of any script, each once, and at most twelve', () => {
  expect(glossOf({ ...written, variants: ' 蹲蹲，蹲一个、蹲蹲, ,d un' }).variants).toEqual(['蹲蹲', '蹲一个', 'd un']);
  const many = Array.from({ length: 20 }, (_, index) => `v${index}`).join(',');
  expect(glossOf({ ...written, variants: many }).variants).toHaveLength(12);
});

test('a draft is complete with a term, a sense and one rendering, none of them too long', () => {
  expect(isComplete(written)).toBe(true);
  expect(isComplete({ ...written, term: ' ' })).toBe(false);
  expect(isComplete({ ...written, sense: '' })).toBe(false);
  expect(isComplete({ ...written, renderings: [{ language: 'en', text: ' ', note: 'a note' }] })).toBe(false);
  expect(isComplete({ ...written, term: '蹲'.repeat(41) })).toBe(false);
  expect(isComplete({ ...written, variants: 'x'.repeat(41) })).toBe(false);
});

test('empty renderings are not sent', () => {
  const renderings = [...written.renderings, { language: 'ja', text: '', note: '' } as const];
  expect(glossOf({ ...written, renderings }).renderings).toEqual({ en: { text: 'following', note: '' } });
});

test('readers get their language, or the sense in their own, or what most can read', () => {
  expect(renderingFor(yyds, 'ja')).toEqual({ language: 'ja', text: '神ってる', note: '' });
  expect(renderingFor(yyds, 'zh')).toEqual({ language: 'zh', text: yyds.sense, note: '' });
  expect(renderingFor(yyds, 'es')).toMatchObject({ language: 'en', text: 'GOAT' });
  expect(renderingFor({ ...yyds, renderings: {} }, 'es')).toMatchObject({ language: 'zh', text: yyds.sense });
});

test('of all renderings the own comes first', () => {
  expect(renderingsInOrder(yyds, 'en').map(({ language }) => language)).toEqual(['en', 'ja']);
});
