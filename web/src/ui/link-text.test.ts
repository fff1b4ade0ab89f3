import { expect, test } from 'vitest';
import { linkText } from './link-text.ts';

const kinds = (text: string, handles: string[] = []) =>
  linkText(
    text,
    handles.map((handle) => ({ handle })),
  )
    .filter((part) => part.kind !== 'text')
    .map((part) => `${part.kind}:${part.text}`);

test('nothing is lost', () => {
  const text = '早安 @linwan！看 https://example.org/a?b=1。 #早餐 #猫税';
  const parts = linkText(text, [{ handle: 'linwan' }]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});

test('a link ends before the punctuation of any script', () => {
  expect(kinds('看（https://a.example/x）。')).toEqual(['link:https://a.example/x']);
  expect(kinds('see https://a.example/x.')).toEqual(['link:https://a.example/x']);
  expect(kinds('(https://a.example/x)')).toEqual(['link:https://a.example/x']);
});

test('only web addresses become links', () => {
  expect(kinds('javascript:alert(1) ftp://a.example')).toEqual([]);
});

test('topics run until something that is no letter', () => {
  expect(kinds('#猫税，#cat_tax! ＃早餐')).toEqual(['topic:#猫税', 'topic:#cat_tax', 'topic:＃早餐']);
});

test('a number sign is no topic', () => {
  expect(kinds('we are #1, C#sharp')).toEqual([]);
});

test('Chinese text may run straight into a topic', () => {
  expect(kinds('今天的#早餐')).toEqual(['topic:#早餐']);
});

test('only mentions the house confirmed are linked', () => {
  expect(kinds('@mia and @nobody', ['mia'])).toEqual(['mention:@mia']);
});

test('an address is no mention', () => {
  expect(kinds('mail me@mia.example', ['mia'])).toEqual([]);
});

test('the longest confirmed handle wins, and text may run on after it', () => {
  expect(kinds('@mia_chen @mia你好', ['mia', 'mia_chen'])).toEqual(['mention:@mia_chen', 'mention:@mia']);
  expect(kinds('@miamia', ['mia'])).toEqual([]);
});
