import { expect, test } from 'vitest';
import { languagesOfBrowser } from './languages-of-browser.ts';

test.each([
  [
    ['zh-CN', 'zh', 'en-US'],
    ['zh', 'en'],
  ],
  [
    ['pt-BR', 'es-419'],
    ['pt', 'es'],
  ],
  [['EN-gb'], ['en']],
  [['xx', 'tlh'], ['en']],
  [[], ['en']],
])('%o proposes %o', (tags, proposed) => {
  expect(languagesOfBrowser(tags)).toEqual(proposed);
});
