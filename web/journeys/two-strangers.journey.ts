import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  keepScreen,
  type Language,
  openBrowser,
  type Size,
  seriousFindings,
  settle,
  type Visitor,
  visit,
} from './browser.ts';
import { join, newHandle, picture, publish } from './members.ts';
import { wordsOf } from './words.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const other: Record<Language, Language> = { en: 'zh', zh: 'en' };
const notes: Record<Language, { title: string; text: string }> = {
  en: { title: 'My first congee, please be kind', text: 'Rice, water, patience. What did I forget? #firstcongee' },
  zh: { title: '第一次煮粥,求轻喷', text: '米、水、耐心,还差什么? #第一次煮粥' },
};

describe.each<[Size, Language]>([
  ['phone', 'en'],
  ['phone', 'zh'],
  ['desktop', 'en'],
  ['desktop', 'zh'],
])('two strangers on a %s, the author in %s', (size, language) => {
  it('meet over a note: published, found, liked, collected, commented on, followed — and told at once', async () => {
    const [author, reader] = await Promise.all([visit(browser, size, language), visit(browser, size, other[language])]);
    const [authorHandle, readerHandle] = [newHandle(), newHandle()];
    const note = notes[language];
    const startedAt = performance.now();
    await join(author, authorHandle);
    const noteId = await publish(author, { ...note, file: `${picture}congee-bowl-0.webp` });
    expect((performance.now() - startedAt) / 1000).toBeLessThan(60);

    await author.page.goto('/');
    await join(reader, readerHandle);
    await findInFeed(reader, noteId, note.title);
    await expectAccessible(reader);
    await respond(reader, authorHandle);
    await keepScreen(reader, 'story-note');

    await expectTold(author, readerHandle);
    await keepScreen(author, 'story-notifications');
    expect([...author.complaints, ...reader.complaints]).toEqual([]);
    await Promise.all([author.context.close(), reader.context.close()]);
  });
});

async function findInFeed({ page, language }: Visitor, noteId: string, title: string): Promise<void> {
  const say = wordsOf(language);
  await page.goto('/');
  await page.getByRole('link', { name: say('feed.newest'), exact: true }).click();
  const card = page.locator(`a[href*="${noteId}"]`).first();
  await card.waitFor();
  await card.click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  expect(page.url()).toContain(`/notes/${noteId}`);
}

async function respond({ page, language }: Visitor, authorHandle: string): Promise<void> {
  const say = wordsOf(language);
  const pressed = (label: string) =>
    page.getByRole('button', { name: new RegExp(`^${label}`) }).and(page.locator('[aria-pressed="true"]'));
  await page.getByRole('button', { name: new RegExp(`^${say('note.followName', { name: authorHandle })}`) }).click();
  await page
    .getByRole('button', { name: new RegExp(`^${say('note.like')}`) })
    .last()
    .click();
  await pressed(say('note.liked')).first().waitFor();
  await page
    .getByRole('button', { name: new RegExp(`^${say('note.collect')}`) })
    .last()
    .click();
  await pressed(say('note.collected')).first().waitFor();
  await page.getByLabel(say('comments.label')).fill('加一点姜丝试试!Try a little ginger.');
  await page.getByRole('button', { name: say('comments.send') }).click();
  await page.getByText('加一点姜丝试试!Try a little ginger.').waitFor();
}

async function expectTold({ page, language }: Visitor, readerHandle: string): Promise<void> {
  const say = wordsOf(language);
  // The author's page was open all the while: the live stream brings the number to the bell.
  const bell = page.getByRole('link', { name: say('common.nav.notificationsUnread_other', { count: 4 }) }).first();
  await bell.waitFor();
  await bell.click();
  for (const deed of ['like', 'collect', 'comment', 'follow'])
    await page
      .getByText(say(`notifications.did.${deed}`))
      .first()
      .waitFor();
  expect(await page.getByText(readerHandle).count()).toBeGreaterThanOrEqual(4);
}

async function expectAccessible({ page }: Visitor): Promise<void> {
  await settle(page);
  expect(await seriousFindings(page)).toEqual([]);
}
