import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropStopWords, isStopWord, normaliseQuery, splitQuery } from './search-query.ts';

test.each([
  ['  ＴｉｋＴｏｋ　Refugee ', 'tiktok refugee'],
  ['ｶﾌｪ', 'カフェ'],
  ['美\u200b食\n推荐', '美食 推荐'],
  ['Café', 'café'],
  ['台灣 台湾', '台灣 台湾'],
  ['\u3164', ''],
])('%j is read as %j', (query, normalised) => {
  expect(normaliseQuery(query)).toBe(normalised);
});

describe('splitQuery', () => {
  test.each([
    ['Where to eat in 上海?', ['where', 'to', 'eat', 'in', '上海']],
    ["what's new, C++ & node.js", ["what's", 'new', 'c++', 'node.js']],
    ['猫 猫 cat', ['猫', 'cat']],
    ['!!! 😂', []],
  ])('%s', (query, words) => {
    expect(splitQuery(query)).toEqual(words);
  });
});

test('stop words are dropped unless there is nothing else', () => {
  expect(dropStopWords(['where', 'to', 'eat', 'in', '上海', '的'])).toEqual(['eat', '上海']);
  expect(dropStopWords(['the', 'who'])).toEqual(['the', 'who']);
  expect(isStopWord('我们')).toBe(true);
  expect(isStopWord('茶')).toBe(false);
});

test('a query is settled after one pass, short, and safe to split', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
      const normalised = normaliseQuery(query);
      expect(normaliseQuery(normalised)).toBe(normalised);
      expect([...new Intl.Segmenter().segment(normalised)].length).toBeLessThanOrEqual(100);
      for (const word of splitQuery(query)) expect(word).not.toMatch(/\s/);
    }),
    { numRuns: 500 },
  );
});
