import type { GlossNote, TranslationView } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { footnotesOf, termsOf } from './footnotes.ts';
import { topicLabel } from './topic-label.ts';

const yyds: GlossNote = {
  id: 'a',
  term: 'yyds',
  seen: 'YYDS',
  rendering: 'the GOAT',
  note: '永远的神',
  isCoarse: false,
};
const nsdd: GlossNote = { id: 'b', term: 'nsdd', seen: 'nsdd', rendering: "you're right", note: '', isCoarse: false };
const viewOf = (...glosses: GlossNote[]) => ({ glosses }) as unknown as TranslationView;

test('title and text share one row of numbers', () => {
  const footnotes = footnotesOf({ title: viewOf(yyds), text: viewOf(nsdd, yyds) });
  expect(footnotes.map(({ number, gloss }) => [number, gloss.id])).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
  expect(footnotesOf({ title: undefined, text: undefined })).toEqual([]);
});

test('a term is looked for as it stands there: in the original as seen, in the translation as rendered', () => {
  const footnotes = footnotesOf({ title: undefined, text: viewOf(yyds) });
  expect(termsOf(footnotes, false)).toEqual([{ number: 1, spellings: ['YYDS', 'yyds'] }]);
  expect(termsOf(footnotes, true)).toEqual([{ number: 1, spellings: ['the GOAT', 'YYDS', 'yyds'] }]);
});

test('a topic says its name in the reader’s language, unless that is its name', () => {
  expect(topicLabel({ name: '猫', labels: { en: 'cat' } }, 'en')).toBe('cat');
  expect(topicLabel({ name: 'Cat', labels: { en: 'cat' } }, 'en')).toBeUndefined();
  expect(topicLabel({ name: '猫', labels: { ja: 'ねこ' } }, 'en')).toBeUndefined();
  expect(topicLabel({ name: '猫' }, 'en')).toBeUndefined();
});
