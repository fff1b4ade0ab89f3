import { beforeAll, describe, expect, test } from 'vitest';
import { foldText, looseTermsOf, termsOfNote, termsOfQuery } from './terms.ts';
import { loadWordCutter, type WordCutter } from './word-cutter.ts';

let cutter: WordCutter;

beforeAll(async () => {
  cutter = await loadWordCutter();
});

test.each([
  ['ＴｉｋＴｏｋ　Refugee', 'tiktok refugee'],
  ['臺灣美食', '台湾美食'],
  ['Crème Brûlée', 'creme brulee'],
  ['ｶﾌｪ', 'カフェ'],
  ['a\u200bb', 'ab'],
  ['한국', '한국'],
])('%j folds to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

describe('a query', () => {
  test.each([
    ['红烧肉的做法', [['红烧肉'], ['做法']]],
    ['台灣美食', [['台湾'], ['美食']]],
    ['猫', [['猫']]],
    ['我们', [['我们']]],
    ['Where to eat C++ cats', [['eat'], ['c++'], ['cat']]],
    ['绝绝子', [['绝绝'], ['绝子']]],
    ['!!! 😂 (', []],
  ])('%s asks for %j', (query, expected) => {
    expect(termsOfQuery(cutter, query)).toEqual(expected.map((way) => [way]));
  });

  test('asks for a late word whole or by its pairs, because older notes know the pairs only', async () => {
    const learned = await loadWordCutter();
    expect(learned.learn(['绝绝子', '绝绝子', 'abc', '一'])).toBe(1);
    expect(termsOfQuery(learned, '绝绝子')).toEqual([[['绝绝子'], ['绝绝', '绝子']]]);
  });

  test('of a hundred different words asks for sixteen at most', () => {
    const words = Array.from({ length: 100 }, (_, index) => `w${index}`).join(' ');
    expect(termsOfQuery(cutter, words)).toHaveLength(16);
    expect(looseTermsOf(cutter, words).length).toBeLessThanOrEqual(32);
  });
});

test.each([
  ['猫税', '小红书上的猫税'],
  ['餐馆', '在中餐馆吃饭'],
  ['绝绝子', '今天真的绝绝子啊'],
  ['ラーメン', '味噌ラーメンを食べた'],
  ['김치', '김치찌개 만들기'],
  ['เชียงใหม่', 'ไปเที่ยวเชียงใหม่กัน'],
  ['node', 'Learning node.js at night'],
  ['Москва', 'Прогулка: москва ночью'],
])('%s finds a note that says %s', (query, text) => {
  const terms = new Set(termsOfNote(cutter, { title: '', text, topics: [] }));
  for (const group of termsOfQuery(cutter, query))
    expect(group.some((way) => way.every((term) => terms.has(term)))).toBe(true);
});

test('single characters and stop words are found in titles only', () => {
  const terms = termsOfNote(cutter, { title: '我们的茶', text: '你们的酒', topics: [] });
  expect(terms).toEqual(expect.arrayContaining(['茶', '我们']));
  expect(terms).not.toContain('你们');
});

test('a text of 30 KB gives a bounded number of terms of bounded length', () => {
  const text = Array.from({ length: 4_000 }, (_, index) => `word${index}${'x'.repeat(index % 90)}`).join(' ');
  const terms = termsOfNote(cutter, { title: '长', text, topics: [] });
  expect(terms.length).toBeLessThanOrEqual(1_500);
  expect(Math.max(...terms.map((term) => term.length))).toBeLessThanOrEqual(40);
});
