import { describe, expect, test } from 'vitest';
import { currentRulesVersion, getRule, rulesIn, ruleVersions } from './house-rules.ts';

describe.each([...ruleVersions])('version %i', (version, { texts }) => {
  test('both languages number the same rules from 1 without gaps', () => {
    const numbers = texts.en.rules.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(texts.zh.rules.map(({ number }) => number)).toEqual(numbers);
  });

  test('the Chinese text is Chinese, the English one English', () => {
    const { en, zh } = texts;
    expect(
      zh.rules.filter(({ title, text }) => !/\p{Script=Han}/u.test(title) || !/\p{Script=Han}/u.test(text)),
    ).toEqual([]);
    expect(en.rules.filter(({ title, text }) => /\p{Script=Han}/u.test(title + text))).toEqual([]);
    expect(getRule(1, 'en', version).title).toBe(en.rules[0]?.title);
  });
});

test.each([
  ['zh', 'zh'],
  ['zh-Hant-TW', 'zh'],
  ['ja', 'en'],
  ['<script>', 'en'],
  ['', 'en'],
])('readers of %j get the rules in %s', (asked, given) => {
  expect(rulesIn(asked)).toMatchObject({ language: given, version: currentRulesVersion });
});

test('a rule that is not there is a refused field', () => {
  expect(() => getRule(99, 'en')).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});
