import { expect, test } from 'vitest';
import { resources as en } from './en/index.ts';
import { resources as zh } from './zh/index.ts';

const english = new Map(flatten(en));
const chinese = new Map(flatten(zh));

test('both languages have exactly the same keys', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test('no string is empty', () => {
  for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe('');
});

test('both languages fill in the same values', () => {
  for (const [key, text] of english) expect(placeholders(chinese.get(key) ?? ''), key).toEqual(placeholders(text));
});

function flatten(value: object, prefix = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, entry]): [string, string][] =>
    typeof entry === 'string' ? [[`${prefix}${key}`, entry]] : flatten(entry as object, `${prefix}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
}
