import { expect, test } from 'vitest';
import { complete, openTokenAt } from './completion.ts';

const at = (text: string) => openTokenAt(text, text.length);

test('a sign opens a token, also right behind Chinese', () => {
  expect(at('tea #ca')).toEqual({ kind: 'topic', start: 4, query: 'ca' });
  expect(at('今天交＃猫')).toEqual({ kind: 'topic', start: 3, query: '猫' });
  expect(at('谢谢@mia.t')).toEqual({ kind: 'mention', start: 2, query: 'mia.t' });
  expect(at('#')).toEqual({ kind: 'topic', start: 0, query: '' });
});

test('words, addresses and finished tokens open nothing', () => {
  for (const text of ['C#', 'mia@example', 'a/#b', '#tea time', 'plain']) expect(at(text)).toBeUndefined();
});

test('a completion replaces the token, joins words of a topic and leaves one space', () => {
  const token = at('tea #ca');
  if (!token) throw new Error('no token');
  expect(complete('tea #ca', token, 7, 'Cat Tax')).toEqual({ text: 'tea #CatTax ', caret: 12 });
  expect(complete('tea #ca please', token, 7, 'cats')).toEqual({ text: 'tea #cats please', caret: 10 });
});
