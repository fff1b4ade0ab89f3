import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, openBrowser, type Size, type Visitor, visit } from './browser.ts';
import { newHandle, password } from './members.ts';
import { wordsOf } from './words.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const remark = 'Written without a mouse. 不用鼠标写的。';
/** A feed, a long note and its comments are passed stop by stop. */
const mostStops = 150;

describe.each<[Size, Language]>([
  ['desktop', 'en'],
  ['phone', 'zh'],
])('with nothing but a keyboard, on a %s in %s', (size, language) => {
  it('one joins, reads, likes, collects, answers, and says no thanks — and always sees where one is', async () => {
    const visitor = await visit(browser, size, language);
    await takeSeat(visitor, newHandle());
    await skipToContent(visitor);
    const card = await openFirstCard(visitor);
    await respond(visitor);
    await closeNote(visitor);
    await expectFocused(linkOf(card));
    await hideAndUndo(visitor, card);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});

async function takeSeat({ page, language }: Visitor, handle: string): Promise<void> {
  const say = wordsOf(language);
  const next = page.getByRole('button', { name: say('account.next') });
  await page.goto('/welcome');
  await tabTo(page, page.getByRole('textbox', { name: say('account.handle.label'), exact: true }));
  await page.keyboard.type(handle);
  await tabTo(page, page.getByRole('textbox', { name: say('account.password.label'), exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: say('account.languages.title') }).waitFor();
  await tabTo(page, next);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: say('account.interests.title') }).waitFor();
  await tabTo(page, page.getByRole('button', { name: say('common.interest.cats'), exact: true }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: new RegExp(`^${say('account.join')}`) }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: say('account.seated.title', { name: handle }) }).waitFor();
  await tabTo(page, page.getByRole('button', { name: say('account.seated.look') }));
  await page.keyboard.press('Enter');
  await page.getByRole('feed').getByRole('article').first().waitFor();
}

/** The very first stop of a freshly opened page. */
async function skipToContent({ page, language }: Visitor): Promise<void> {
  await page.reload();
  await page.getByRole('feed').getByRole('article').first().waitFor();
  await page.keyboard.press('Tab');
  await expectFocused(page.getByRole('link', { name: wordsOf(language)('common.nav.skip') }));
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await expectFocused(page.getByRole('main'));
}

async function openFirstCard({ page, size }: Visitor): Promise<Locator> {
  const link = linkOf(page.getByRole('feed').getByRole('article').first());
  await tabTo(page, link);
  const address = await link.getAttribute('href');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).last().waitFor();
  await page.waitForURL(`**${address}`);
  expect(await page.getByRole('dialog').count()).toBe(size === 'desktop' ? 1 : 0);
  return page.getByRole('article').filter({ has: page.locator(`a[href="${address}"]`) });
}

async function respond({ page, size, language }: Visitor): Promise<void> {
  const say = wordsOf(language);
  const note = size === 'desktop' ? page.getByRole('dialog') : page.getByRole('main');
  const button = (label: string) => note.getByRole('button', { name: new RegExp(`^${label}( |\\d|$)`) }).last();
  for (const [before, after] of [
    ['note.like', 'note.liked'],
    ['note.collect', 'note.collected'],
  ] as const) {
    await tabTo(page, button(say(before)));
    await page.keyboard.press('Enter');
    await expectFocused(button(say(after)).and(page.locator('[aria-pressed="true"]')));
  }
  const field = note.getByLabel(say('comments.label'));
  await tabTo(page, field);
  await page.keyboard.type(remark);
  await tabTo(page, note.getByRole('button', { name: say('comments.send'), exact: true }));
  await page.keyboard.press('Enter');
  await note.getByRole('listitem').getByText(remark).waitFor();
  await expectFocused(field);
}

/** Over the feed Escape closes it; a page of its own is left by its way back. */
async function closeNote({ page, size, language }: Visitor): Promise<void> {
  if (size === 'desktop') await page.keyboard.press('Escape');
  else {
    await tabTo(page, page.getByRole('button', { name: wordsOf(language)('common.nav.back') }));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('feed').waitFor();
}

async function hideAndUndo({ page, language }: Visitor, card: Locator): Promise<void> {
  const say = wordsOf(language);
  const title = await card.getByRole('heading').textContent();
  await tabTo(page, card.locator('[aria-haspopup="menu"]'));
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: say('feed.hideNote') });
  await page.getByRole('menu').waitFor();
  await walkTo(page, entry, 'ArrowDown');
  await page.keyboard.press('Enter');
  const undo = page.getByRole('feed').getByRole('button', { name: say('common.undo') });
  await expectFocused(undo);
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await expectFocused(linkOf(card));
  expect(await card.getByRole('heading').textContent()).toBe(title);
}

function linkOf(card: Locator): Locator {
  return card.getByRole('link').first();
}

const tabTo = (page: Page, target: Locator) => walkTo(page, target, 'Tab');

/** Presses a key until the target has the focus; at every stop on the way the focus must be seen. */
async function walkTo(page: Page, target: Locator, key: string): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  throw new Error(`${mostStops} times ${key} did not lead to ${target}`);
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

async function expectFocused(target: Locator): Promise<void> {
  await target.waitFor();
  await expect.poll(() => hasFocus(target), { timeout: 10_000, message: `focus on ${target}` }).toBe(true);
}

/** The focus wears an outline, or what frames its field a ring, within the window. */
async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(unseenFocus), { message: 'an element whose focus cannot be seen' }).toBeNull();
}

function unseenFocus(): string | null {
  const at = document.activeElement;
  // Behind the last stop the browser's own window has the focus.
  if (!at || at === document.body) return null;
  const { top, bottom } = at.getBoundingClientRect();
  const isMarked = [at, at.closest('label, form')].some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow.includes('0px 0px 0px 2px');
  });
  return isMarked && top < innerHeight && bottom > 0 ? null : at.outerHTML.slice(0, 200);
}
