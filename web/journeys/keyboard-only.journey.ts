import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, openBrowser, type Size, type Visitor, visit } from './browser.ts';
import { expectFocused, expectFocusSeen, tabTo, walkTo } from './keyboard.ts';
import { newHandle, password } from './members.ts';
import { wordsOf } from './words.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const remark = 'Written without a mouse. 不用鼠标写的。';

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
  await (size === 'desktop' ? page.getByRole('dialog') : page.getByRole('main'))
    .getByRole('heading', { level: 1 })
    .waitFor();
  expect(new URL(page.url()).pathname).toBe(address);
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
  const entry = page.getByRole('menuitem', { name: say('feed.less') });
  await page.getByRole('menu').waitFor();
  await walkTo(page, entry, 'ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: say('controls.less.note') }));
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
