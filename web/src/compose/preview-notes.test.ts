import type { GlossNote } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { markNotes } from './preview-notes.ts';

const gloss = (id: string, seen: string, rendering: string): GlossNote => ({
  id,
  term: seen,
  seen,
  rendering,
  note: '',
  isCoarse: false,
});

test('terms are numbered once over title and text, in the order of the footnotes', () => {
  const glosses = [gloss('1', 'yyds', 'the greatest ever'), gloss('2', '内卷', 'rat race')];
  expect(markNotes(['The greatest ever', 'Out of the rat race, the greatest ever'], glosses)).toEqual([
    [{ text: 'The greatest ever', number: 1 }],
    [{ text: 'Out of the ' }, { text: 'rat race', number: 2 }, { text: ', the greatest ever' }],
  ]);
});
