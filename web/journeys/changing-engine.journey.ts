import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EngineStub, startOpenAiStub } from '../../server/test/engine-stubs/index.ts';
import { keepScreen, openBrowser, type Visitor, visit } from './browser.ts';
import { join, newHandle, picture, publish } from './members.ts';
import { comment, textOf } from './read-along.ts';
import { type RunningHouse, startHouseWithEngine } from './start-house.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
let engine: EngineStub;
let house: RunningHouse;

beforeAll(async () => {
  engine = await startOpenAiStub();
  [browser, house] = await Promise.all([openBrowser(), startHouseWithEngine(engine.url)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), house.stop()]);
  await engine.close();
});

const note = { title: '外婆的腌萝卜要晒三天', text: '先切条，再晒三天，最后放花椒。去年晒了两天，结果坏了。' };
const first = 'My grandmother dries them on the balcony for a week.';
const second = 'Where do I buy the right pepper in Ohio?';

it('a thread goes on while its engine streams, breaks off half-way and comes back', async () => {
  const [author, reader] = await Promise.all([member('zh'), member('en')]);
  const noteId = await publish(author, { ...note, file: `${picture}congee-bowl-0.webp` });

  await reader.page.goto(`/notes/${noteId}`);
  await reader.page.getByRole('heading', { name: note.title, level: 1 }).waitFor();
  await press(reader, 'translation.translate');
  await reader.page.getByText('Steamed Bun 1').first().waitFor();
  await keepScreen(reader, 'engine-streams');
  await comment(reader, first);

  engine.behave('stream-fails');
  await author.page.goto(`/notes/${noteId}`);
  const words = textOf(author, reader.name);
  await words.says(first);
  await words.translate();
  await words.article.getByText(wordsOf('zh')('translation.state.failed')).waitFor();
  await words.says(first);
  await keepScreen(author, 'engine-broke');

  engine.behave('ok');
  await words.article.getByRole('button', { name: wordsOf('zh')('translation.retry') }).click();
  await words.article.getByText('Steamed Bun 1').waitFor();
  expect(await words.article.getByText(first, { exact: true }).count()).toBe(0);

  const paid = engine.translationCalls();
  await author.page.reload();
  await textOf(author, reader.name).translate();
  await textOf(author, reader.name).article.getByText('Steamed Bun 1').waitFor();
  expect(engine.translationCalls(), 'what was translated once is not paid for again').toBe(paid);

  await comment(reader, second);
  expect([...reader.complaints, ...author.complaints]).toEqual([]);
  await Promise.all([author.context.close(), reader.context.close()]);
});

async function member(language: 'en' | 'zh'): Promise<Visitor & { name: string }> {
  const visitor = await visit(browser, 'desktop', language, 'light', 'block', house.url);
  const name = newHandle();
  await join(visitor, name);
  return { ...visitor, name };
}

async function press({ page, language }: Visitor, key: string): Promise<void> {
  await page
    .getByRole('button', { name: wordsOf(language)(key), exact: true })
    .first()
    .click();
}
