import { expect, test } from 'vitest';
import { needsTranslation } from './languages.ts';

test.each([
  [['zh'], ['zh', 'en'], false],
  [['zh', 'en'], ['zh'], true],
  [['zh', 'en'], ['en', 'zh'], false],
  [['zh-Hant'], ['zh'], false],
  [['zh'], ['ZH-Hans-CN'], false],
  [['und'], ['en'], true],
  [['zxx'], ['en'], false],
  [[], ['en'], false],
  [['ja'], [], true],
])('a text of %j to a reader of %j: %s', (languages, read, isNeeded) => {
  expect(needsTranslation(languages, read)).toBe(isNeeded);
});
