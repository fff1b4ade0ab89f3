import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, openBrowser, type Size, visit } from './browser.ts';
import { wordsOf } from './words.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const written: Record<Language, { title: string; text: string }> = {
  en: { title: 'Written in the underground', text: 'No signal between these two stations.' },
  zh: { title: '地铁里写的', text: '这两站之间没有信号。' },
};

describe.each<[Size, Language]>([
  ['phone', 'zh'],
  ['desktop', 'en'],
])('without a network on a %s in %s', (size, language) => {
  it('a draft is kept in the browser and is there again after a reload', async () => {
    const { page, context } = await visit(browser, size, language, 'light', 'allow');
    const say = wordsOf(language);
    const title = page.getByRole('textbox', { name: say('compose.titleField'), exact: true });
    const text = page.getByLabel(say('compose.textField'), { exact: true });
    await page.goto('/publish');
    await title.waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(Boolean));
    await context.setOffline(true);
    await title.fill(written[language].title);
    await text.fill(written[language].text);
    await page.getByText(say('compose.keptHere')).waitFor();

    await page.reload();
    await title.waitFor();
    expect(await title.inputValue()).toBe(written[language].title);
    expect(await text.inputValue()).toBe(written[language].text);
    await context.close();
  });
});
