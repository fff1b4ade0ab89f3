import { expect, test } from 'vitest';
import { markTerms } from './marked-text.ts';

const matches = (text: string, terms: string[]) =>
  markTerms(text, terms)
    .filter((part) => part.isMatch)
    .map((part) => part.text);

test('terms are marked in any case, the longest first, and nothing of the text is lost', () => {
  const text = '加我 VX，ViXin 也行';
  expect(matches(text, ['vx', 'vixin', '加我'])).toEqual(['加我', 'VX', 'ViXin']);
  expect(
    markTerms(text, ['vx'])
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test('without a match, or where lower case has another length, the text stays whole', () => {
  expect(markTerms('plain', ['x'])).toEqual([{ text: 'plain', isMatch: false }]);
  expect(matches('İx', ['x'])).toEqual([]);
  expect(markTerms('', ['x'])).toEqual([]);
});
