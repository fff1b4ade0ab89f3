import type { NoteCard, Page as PageOf, ResponseOutput, routes } from '@teahouse/contract';
import type { Browser, Locator, Page, Response } from 'playwright-core';
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
import { join, newHandle } from './members.ts';
import { wordsOf } from './words.ts';

type Cards = PageOf<NoteCard>;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What the house's engine may take to learn of something. */
const patience = { timeout: 20_000, interval: 500 };
const cats: Record<Language, string> = { en: 'cats', zh: '猫' };

describe.each<[Size, Language]>([
  ['phone', 'en'],
  ['desktop', 'zh'],
])('a member’s hand on the feed, on a %s in %s', (size, language) => {
  it('a search leans the next page its way', async () => {
    const visitor = await seated(size, language);
    const { page } = visitor;
    const known = await notesAboutCats(page, cats[language]);
    await page.goto(`/search?q=${encodeURIComponent(cats[language])}`);
    await page.getByRole('feed').waitFor();
    await expect
      .poll(async () => shareOf(await openFeed(page), ({ id }) => known.has(id)), patience)
      .toBeGreaterThanOrEqual(0.3);
    await leave(visitor);
  });

  it('“not interested” changes the page at once, the next two pages too, and can be undone', async () => {
    const visitor = await seated(size, language);
    const { page } = visitor;
    const say = wordsOf(language);
    const first = await openFeed(page);
    const author = first.items[0]?.author;
    if (!author) throw new Error('The feed is empty');
    const card = page.getByRole('article').first();
    const title = await card.getByRole('heading').textContent();
    const stood = await standing(page);

    const answer = await refuse(visitor, card, author.name);
    const own = page.getByRole('feed').getByText(say('controls.receipt.author', { name: author.name }));
    await own.waitFor();
    expect(await standing(page)).toEqual(stood);
    expect(answer.removed[0]).toBe(first.items[0]?.id);
    expect(answer.replacements.filter((note) => note.author.id === author.id)).toEqual([]);
    await expectAccessible(page);
    await keepScreen(visitor, 'less-of-an-author');

    const later = (await nextPages(page, 2)).flatMap(({ items }) => items);
    expect(later.filter(({ id }) => answer.removed.includes(id))).toEqual([]);
    // Less is not never: a first audience, say, is owed to everybody's notes.
    expect(later.filter((note) => note.author.id === author.id).length).toBeLessThanOrEqual(1);

    await page.evaluate(() => window.scrollTo(0, 0));
    await page
      .getByRole('feed')
      .getByRole('button', { name: say('common.undo') })
      .click();
    await own.waitFor({ state: 'detached' });
    expect(await card.getByRole('heading').textContent()).toBe(title);
    expect(await standing(page)).toEqual(stood);
    await leave(visitor);
  });

  it('“why this note” answers in the reader’s words', async () => {
    const visitor = await seated(size, language);
    const { page } = visitor;
    const say = wordsOf(language);
    await openFeed(page);
    const asked = page.waitForResponse((response) => response.url().includes('/api/feed/why'));
    await choose(visitor, page.getByRole('article').first(), 'feed.why');
    const why = (await (await asked).json()) as ResponseOutput<typeof routes.feed.why>;
    const sheet = page.getByRole('dialog', { name: say('why.title') });
    expect(why.reasons.length).toBeGreaterThan(0);
    for (const { code } of why.reasons.filter(({ code }) => code !== 'other-language')) {
      await sheet.getByText(say(`why.reason.${code}`)).waitFor();
    }
    await sheet.getByText(say(`why.traffic.${why.traffic}`)).waitFor();
    await sheet.getByRole('link', { name: say('why.exposure') }).waitFor();
    await expectAccessible(page);
    await keepScreen(visitor, 'why-this-note');
    await leave(visitor);
  });

  it('the language mix moves the page', async () => {
    const visitor = await seated(size, language);
    const { page } = visitor;
    const foreign = async () => shareOf(await openFeed(page), (card) => card.language !== language);
    await openFeed(page);
    await mix(visitor, 'Home');
    await expect.poll(foreign, patience).toBeLessThan(0.5);
    await mix(visitor, 'End');
    await expect.poll(foreign, patience).toBeGreaterThan(0.7);
    await leave(visitor);
  });

  it('the house opens with the feed the member chose, and the others are one tap away', async () => {
    const visitor = await seated(size, language);
    const { page } = visitor;
    const say = wordsOf(language);
    await page.goto('/settings/feed');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.getByText(say('your-feed.home.newest.name'), { exact: true }).click();
    await saved;
    await page.goto('/');
    const feeds = page.getByRole('navigation', { name: say('feed.tabs') });
    const shown = feeds.locator('[aria-current="page"]');
    await page.getByRole('article').first().waitFor();
    expect(await shown.allTextContents()).toEqual([say('feed.newest')]);
    await feeds.getByRole('link', { name: say('feed.forYou'), exact: true }).click();
    await expect.poll(() => shown.allTextContents()).toEqual([say('feed.forYou')]);
    await leave(visitor);
  });
});

async function seated(size: Size, language: Language): Promise<Visitor> {
  const visitor = await visit(browser, size, language);
  await join(visitor, newHandle());
  return visitor;
}

async function leave({ context, complaints }: Visitor): Promise<void> {
  expect(complaints).toEqual([]);
  await context.close();
}

const isFeedPage = (response: Response) => response.url().includes('/api/feed/discover?');

/** The first page of the feed, as it is on the screen now. */
async function openFeed(page: Page): Promise<Cards> {
  const answered = page.waitForResponse(isFeedPage);
  await page.goto('/');
  const cards = (await (await answered).json()) as Cards;
  await page.getByRole('article').first().waitFor();
  return cards;
}

async function nextPages(page: Page, count: number): Promise<Cards[]> {
  const pages: Cards[] = [];
  while (pages.length < count) {
    const answered = page.waitForResponse(isFeedPage);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    pages.push((await (await answered).json()) as Cards);
  }
  return pages;
}

/** Every note of the category, and what a search for the word finds. */
async function notesAboutCats(page: Page, word: string): Promise<ReadonlySet<string>> {
  const lists = [
    '/api/feed/discover?category=cats&limit=50',
    `/api/search/notes?limit=50&q=${encodeURIComponent(word)}`,
  ];
  const pages = await Promise.all(lists.map(async (list) => (await (await page.request.get(list)).json()) as Cards));
  return new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
}

function shareOf({ items }: Cards, isMeant: (card: NoteCard) => boolean): number {
  return items.filter(isMeant).length / Math.max(1, items.length);
}

/** Where the cards on the screen stand. */
function standing(page: Page): Promise<string[]> {
  return page
    .getByRole('article')
    .evaluateAll((cards) =>
      cards
        .filter((card) => card.getBoundingClientRect().top < innerHeight)
        .map((card) => `${card.getAttribute('aria-labelledby')} ${(card as HTMLElement).style.transform}`),
    );
}

async function choose({ page, language }: Visitor, card: Locator, entry: string): Promise<void> {
  await card.locator('[aria-haspopup="menu"]').click();
  await page.getByRole('menuitem', { name: wordsOf(language)(entry) }).click();
}

async function refuse(visitor: Visitor, card: Locator, what: string) {
  const { page } = visitor;
  const answered = page.waitForResponse((response) => response.url().endsWith('/not-interested'));
  await choose(visitor, card, 'feed.less');
  await page.getByRole('dialog').getByRole('button', { name: what }).click();
  return (await (await answered).json()) as ResponseOutput<typeof routes.reactions.notInterested>;
}

/** Moves the slider of the language mix to one of its ends. */
async function mix({ page, language }: Visitor, key: 'Home' | 'End'): Promise<void> {
  const say = wordsOf(language);
  await page.getByRole('button', { name: say('feed.tune'), exact: true }).click();
  const saved = page.waitForResponse(
    (response) => response.url().endsWith('/api/me/feed') && response.request().method() === 'PATCH',
  );
  const slider = page.getByRole('slider', { name: say('controls.mix.label') });
  await slider.focus();
  await page.keyboard.press(key);
  await saved;
  expect(await slider.getAttribute('aria-valuetext')).toBe(
    say(key === 'Home' ? 'controls.mix.words.none' : 'controls.mix.words.all'),
  );
  await page.keyboard.press('Escape');
}

async function expectAccessible(page: Page): Promise<void> {
  await settle(page);
  expect(await seriousFindings(page)).toEqual([]);
}
