import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EngineStub, phraseKey, startOpenAiStub } from '../../server/test/engine-stubs/index.ts';
import {
  keepScreen,
  type Language,
  openBrowser,
  type Size,
  seriousFindings,
  settle,
  type Theme,
  type Visitor,
  visit,
} from './browser.ts';
import { join, newHandle, password, picture, publish } from './members.ts';
import { comment, textOf } from './read-along.ts';
import { type RunningHouse, startHouseWithEngine } from './start-house.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
let engine: EngineStub;
let house: RunningHouse;

const innocent = '外婆说这锅要小火慢炖';
const offensive = 'piece of shit';

beforeAll(async () => {
  engine = await startOpenAiStub({ phrases: new Map([[phraseKey('zh', 'en', innocent), offensive]]) });
  [browser, house] = await Promise.all([openBrowser(), startHouseWithEngine(engine.url)]);
});
afterAll(async () => {
  await Promise.all([browser.close(), house.stop()]);
  await engine.close();
});

it('a phrase that is only offensive after translation is held, judged, and never counted against its author', async () => {
  const [host, author, reader] = await Promise.all([member('en'), member('zh'), member('en')]);
  await becomeHost(host);
  const noteId = await publish(reader, { title: 'Soup, day one', text: '', file: `${picture}congee-bowl-0.webp` });
  await author.page.goto(`/notes/${noteId}`);
  await author.page.getByRole('heading', { level: 1 }).waitFor();
  await comment(author, innocent);

  await reader.page.goto(`/notes/${noteId}`);
  const remark = textOf(reader, author.name);
  await remark.says(innocent);
  await remark.translate();
  await remark.article.getByText(wordsOf('en')('translation.state.held')).waitFor();
  expect(await reader.page.getByText(offensive).count()).toBe(0);
  await keepScreen(reader, 'translation-held');

  await host.page.goto('/moderation?show=translations');
  await host.page.getByText(innocent, { exact: true }).first().waitFor();
  await host.page.getByText(wordsOf('en')('moderation.translation.blameless')).waitFor();
  await lookAround(host.name);
  const withhold = wordsOf('en')('moderation.translation.withhold');
  await host.page.getByRole('button', { name: withhold, exact: true }).click();
  await host.page.getByText(wordsOf('en')('moderation.translation.done.withhold')).waitFor();

  await author.page.goto('/statements');
  await author.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await author.page.getByRole('article').count(), 'no statement of reasons for a machine’s words').toBe(0);
  await reader.page.reload();
  await textOf(reader, author.name).says(innocent);
  expect([...host.complaints, ...author.complaints, ...reader.complaints]).toEqual([]);
  await Promise.all([host, author, reader].map(({ context }) => context.close()));
});

const looks: [Size, Language, Theme][] = [
  ['phone', 'en', 'light'],
  ['phone', 'zh', 'dark'],
  ['desktop', 'en', 'dark'],
  ['desktop', 'zh', 'light'],
];
const desks: Record<string, string> = {
  'moderation-translations': '/moderation?show=translations',
  'moderation-glossary': '/moderation?show=glossary',
  'moderation-topics': '/moderation?show=topics',
  'moderation-signals': '/moderation?show=signals',
  'operations-translation': '/operations/translation',
  'operations-traffic': '/operations/traffic',
};

/** The desks of moderators and operators, in every pairing of size, language and theme. */
async function lookAround(handle: string): Promise<void> {
  for (const [size, language, theme] of looks) {
    const host = await visit(browser, size, language, theme, 'block', house.url);
    await signIn(host, handle);
    for (const [name, path] of Object.entries(desks)) {
      await host.page.goto(path);
      await settle(host.page);
      await keepScreen(host, name);
      expect(await seriousFindings(host.page), `${name} ${size} ${language} ${theme}`).toEqual([]);
    }
    await host.context.close();
  }
}

type Seated = Visitor & { name: string };

async function member(language: Language): Promise<Seated> {
  const visitor = await visit(browser, 'desktop', language, 'light', 'block', house.url);
  const name = newHandle();
  await join(visitor, name);
  return { ...visitor, name };
}

async function becomeHost({ page, language }: Seated): Promise<void> {
  await page.goto(`/welcome?operator=${house.operatorToken}`);
  await page.getByRole('button', { name: wordsOf(language)('account.operator.claim') }).click();
  await page.getByText(wordsOf(language)('account.operator.done')).waitFor();
}

async function signIn({ context }: Visitor, identifier: string): Promise<void> {
  const answer = await context.request.post('/api/session', { data: { by: 'password', identifier, password } });
  expect(answer.status()).toBe(200);
}
