import { expect, test } from 'vitest';
import { findWarnings } from './find-warnings.ts';

const made = (text: string) => ({ state: 'ok' as const, text });
const knows = (word: string) => word === 'yyds';
const told = (source: string, text: string) =>
  findWarnings(source, made(text), knows).map(({ kind, excerpt }) => `${kind} ${excerpt}`);

test('links, names and numbers that did not come through, each as often as it is missing', () => {
  const source = '@mia 看 https://tea.example/a 500克 @mia';
  expect(told(source, 'See https://tea.example/a 500克 @mia')).toEqual(['span @mia']);
  expect(told(source, '@mia see https://tea.example/a 500克 @mia')).toEqual([]);
});

test('initials that nobody explains, but no words, links, names, topics or units', () => {
  expect(told('这家店yyds，我xswl了，XSWL', 'This shop')).toEqual(['unknown-slang xswl', 'unknown-slang XSWL']);
  expect(told('用 DIY 做的 nice 东西 www.tmhs.cn @dxl #ktv', 'x www.tmhs.cn @dxl #ktv')).toEqual([]);
  expect(told('xswl gtg', 'no Chinese around it')).toEqual([]);
});

test('sentences too long for any engine', () => {
  const long = `我${'很'.repeat(120)}喜欢`;
  expect(told(`${long}。短的。`, 'I like it')).toEqual([`long-sentence ${long.slice(0, 59)}…`]);
  expect(told(`${'很'.repeat(100)}。${'很'.repeat(100)}。`, 'very')).toEqual([]);
});

test('what no engine can read is said once, and what needs no translation has no risk', () => {
  const source = '-- .. .- --- xswl 很';
  expect(findWarnings(source, { state: 'undecodable' }, knows)).toEqual([{ kind: 'undecodable', excerpt: source }]);
  expect(findWarnings('很 xswl', { state: 'same-language' }, knows)).toEqual([]);
});
