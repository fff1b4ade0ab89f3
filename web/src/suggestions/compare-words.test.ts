import { expect, test } from 'vitest';
import { type ComparedPart, compareWords } from './compare-words.ts';

const marked = (parts: readonly ComparedPart[]) =>
  parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
const compared = (before: string, after: string, language = 'en') => compareWords(before, after, language).map(marked);

test('only what differs is marked, neighbours as one', () => {
  expect(compared('This is too sour for me.', 'This is far too hard for me.')).toEqual([
    'This is too [sour] for me.',
    'This is [far ]too [hard] for me.',
  ]);
  expect(compared('I really love it', 'I adore it')).toEqual(['I [really love] it', 'I [adore] it']);
});

test('languages without spaces are compared by their own words', () => {
  expect(compared('我的猫今天很生气', '我的猫今天很开心', 'zh')).toEqual(['我的猫今天很[生气]', '我的猫今天很[开心]']);
});

test('the same text has no differences, another text nothing in common', () => {
  expect(compared('Welcome in', 'Welcome in')).toEqual(['Welcome in', 'Welcome in']);
  expect(compared('yyds', '')).toEqual(['[yyds]', '']);
});

test('texts come back whole, however long they are', () => {
  const before = Array.from({ length: 2500 }, (_, index) => `a${index}`).join(' ');
  const after = Array.from({ length: 2500 }, (_, index) => `b${index}`).join(' ');
  const [old, young] = compareWords(before, after, 'en');
  expect(old.map(({ text }) => text).join('')).toBe(before);
  expect(young.map(({ text }) => text).join('')).toBe(after);
});
