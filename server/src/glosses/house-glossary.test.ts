import { routes, textAddressOf } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';
import { shippedGlossId } from './plant-glossary.ts';
import { readShippedGlosses, type ShippedGloss } from './shipped/shipped-glosses.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTeahouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const shipped = readShippedGlosses();
const glossary = () => house.teahouse.features.glosses.glossary;

/** A sentence around the term, and one of the words an ambiguous one needs. */
function sentenceWith({ language, needs }: ShippedGloss, word: string): string {
  const [before, after] = { zh: ['今天刷到一条，', '，'], ja: ['今日見た「', '」です。'] }[language] ?? ['“', '” … '];
  return `${before}${word}${after}${needs[0] ?? ''}`;
}

describe('every shipped term in a text is footnoted', () => {
  test.each(['en', 'zh', 'ja', 'ko', 'es', 'fr'])('for readers of %s', (to) => {
    const foreign = shipped.filter(({ language }) => language !== to);
    const spellings = foreign.flatMap((gloss) => [gloss.term, ...gloss.variants].map((word) => ({ gloss, word })));
    const missed = spellings.filter(({ gloss, word }) => {
      const notes = glossary().findGlosses(sentenceWith(gloss, word), to);
      const note = notes.find(({ id }) => id === shippedGlossId(gloss.id));
      return !note || note.rendering === '' || note.term !== gloss.term;
    });
    expect(missed).toEqual([]);
    expect(spellings.length).toBeGreaterThan(300);
  });
});

test('a footnote stands in the reader’s language, else in English, and names the word as it was written', () => {
  const notes = (to: string) => glossary().findGlosses('这家店真的YYYYDS', to);
  expect(notes('en')).toEqual([
    {
      id: shippedGlossId('zh:yyds'),
      term: 'yyds',
      seen: 'YYYYDS',
      rendering: 'GOAT',
      note: expect.stringContaining('永远的神'),
      isCoarse: false,
    },
  ]);
  expect(notes('es')).toMatchObject([{ rendering: 'lo más grande', note: '' }]);
  expect(notes('fr')).toMatchObject([{ rendering: 'GOAT' }]);
  expect(notes('zh')).toEqual([]);
});

test('English slang is explained in English to who reads neither Chinese nor English in particular', () => {
  const english = shipped.find(({ term }) => term === 'cat tax');
  expect(glossary().findGlosses('please pay your cat tax', 'th')).toMatchObject([{ rendering: english?.sense }]);
});

test('engines are told what is certain, as it is written; the hash names the terms', () => {
  const one = glossary().match('这家店永远的神', 'en');
  expect(one.terms).toEqual([{ term: '永远的神', rendering: 'GOAT' }]);
  expect(one.hash).not.toBe('');
  expect(glossary().match('那家店yyds', 'en').hash).toBe(one.hash);
  expect(glossary().match('今天天气不错', 'en')).toEqual({ terms: [], hash: '' });
  expect(glossary().match('6', 'en').terms).toEqual([]);
  expect(glossary().findGlosses('6', 'en')).toHaveLength(1);
});

test('knows abbreviations as whole words, and the language of those that belong to one', () => {
  const known = ['yyds', 'YYDS', 'yydsx', '这家店yyds', ''].map((word) => glossary().knows(word));
  expect(known).toEqual([true, true, false, false, false]);
  expect([glossary().wordLanguage('yyds'), glossary().wordLanguage('table')]).toEqual(['zh', undefined]);
});

test('jake meets yyds in a note and reads what it means, although no engine translates', async () => {
  const linwan = await house.as('linwan');
  const jake = await house.as('jake');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '这碗面yyds', text: '绝绝子！' } });
  const { items } = await jake.call(routes.translations.request, {
    body: { to: 'en', texts: [textAddressOf('note.title', id), textAddressOf('note.text', id)], waitMilliseconds: 0 },
  });
  expect(items.map(({ glosses }) => glosses.map(({ term }) => term))).toEqual([['yyds'], ['绝绝子']]);
});
