import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepScreen, openBrowser, type Size, seriousFindings, settle, type Visitor, visit } from './browser.ts';
import { join, newHandle } from './members.ts';
import { comment, findNoteOf, textOf } from './read-along.ts';
import { wordsOf } from './words.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What both could say in a house without any engine: people wrote these phrases down in five languages. */
const asked = { en: "What's your cat's name?", zh: '你的猫叫什么名字？' };
const answered = { zh: '太可爱了', en: 'So cute!' };

describe.each<Size>(['phone', 'desktop'])('on a %s, with the shipped memory alone', (size) => {
  it('a native and a newcomer read, answer and understand each other in one thread', async () => {
    const [newcomer, native] = await Promise.all([visit(browser, size, 'en'), visit(browser, size, 'zh')]);
    const [newcomerName, nativeName] = [newHandle(), newHandle()];
    await Promise.all([join(newcomer, newcomerName), join(native, nativeName)]);
    const note = await findNoteOf(newcomer, 'amu');

    await openNote(newcomer, note);
    await readTranslated(newcomer, note.title);
    await translateComments(newcomer);
    await keepScreen(newcomer, 'translated-thread');
    await expectAccessible(newcomer);
    await comment(newcomer, asked.en);

    await openNote(native, note);
    const question = textOf(native, newcomerName);
    await question.says(asked.en);
    await question.translate();
    await question.says(asked.zh);
    await question.showOriginal();
    await question.says(asked.en);
    await comment(native, answered.zh);
    await keepScreen(native, 'translated-thread');
    expect(new URL(native.page.url()).pathname).toBe(`/notes/${note.id}`);

    await newcomer.page.reload();
    const answer = textOf(newcomer, nativeName);
    await answer.says(answered.zh);
    await answer.translate();
    await answer.says(answered.en);
    expect([...newcomer.complaints, ...native.complaints]).toEqual([]);
    await Promise.all([newcomer.context.close(), native.context.close()]);
  });
});

async function openNote({ page }: Visitor, note: { id: string; title: string }): Promise<void> {
  await page.goto(`/notes/${note.id}`);
  await page.getByRole('heading', { name: note.title, level: 1 }).waitFor();
}

/** Translated in place with its mark, beside the original, and back again: nothing is replaced for good. */
async function readTranslated({ page, language }: Visitor, title: string): Promise<void> {
  const say = wordsOf(language);
  const press = (key: string) =>
    page
      .getByRole('button', { name: say(key), exact: true })
      .first()
      .click();
  await press('translation.translate');
  await page.getByText(say('translation.mark.memory')).first().waitFor();
  expect(await page.getByRole('heading', { level: 1 }).first().getAttribute('lang')).toBe('en');
  await press('translation.sides');
  await page
    .locator(`[aria-pressed="true"]:text("${say('translation.sides')}")`)
    .first()
    .waitFor();
  await press('translation.sides');
  await press('translation.original');
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await press('translation.translate');
}

async function translateComments({ page, language }: Visitor): Promise<void> {
  const say = wordsOf(language);
  const pattern = new RegExp(`^${say('translation.comments.all_other', { count: '\\d+' })}$`);
  const all = page.getByRole('button', { name: pattern });
  if ((await all.count()) === 0) return;
  await all.click();
  await page.getByRole('button', { name: say('translation.comments.originals'), exact: true }).waitFor();
  await page.locator('.translation-waiting').first().waitFor({ state: 'hidden' });
}

async function expectAccessible({ page }: Visitor): Promise<void> {
  await settle(page);
  expect(await seriousFindings(page)).toEqual([]);
}
