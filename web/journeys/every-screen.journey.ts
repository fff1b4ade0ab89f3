import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepScreen, type Language, openBrowser, type Size, type Theme, visit } from './browser.ts';
import { lookAt } from './look.ts';
import { join, newHandle } from './members.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const topic = encodeURIComponent('猫税');
const query = encodeURIComponent('猫');

/** Screens anyone reaches, and those of a member; a note is opened from the feed it stands in. */
const open: Record<string, string> = {
  discover: '/',
  newest: '/?tab=newest',
  food: '/?tab=food',
  topic: `/topics/${topic}`,
  search: `/search?q=${query}`,
  profile: '/members/linwan',
  people: '/members/linwan/people',
  rules: '/rules',
  glossary: '/glossary',
  'glossary-asked': '/glossary?show=asked',
  accuracy: '/accuracy',
  exposure: '/exposure',
  'visitor-languages': '/settings/languages',
  welcome: '/welcome',
  'sign-in': '/sign-in',
  'visitor-publish': '/publish',
};
const mine: Record<string, string> = {
  publish: '/publish',
  drafts: '/drafts',
  notifications: '/notifications',
  settings: '/settings',
  'settings-profile': '/settings/profile',
  statements: '/statements',
  'settings-languages': '/settings/languages',
  'settings-feed': '/settings/feed',
  suggestions: '/suggestions',
  following: '/?tab=following',
  'traffic-not-mine': '/operations/traffic',
};

const looks: [Size, Language, Theme][] = [
  ['phone', 'en', 'light'],
  ['phone', 'zh', 'dark'],
  ['desktop', 'en', 'dark'],
  ['desktop', 'zh', 'light'],
];

describe.each(looks)('every screen on a %s in %s, %s', (size, language, theme) => {
  it('can be read by everyone, does not jump, and is quiet in the console', async () => {
    const visitor = await visit(browser, size, language, theme);
    const { page } = visitor;
    const found: Record<string, unknown> = {};
    const look = async (name: string, path: string) => {
      const problems = await lookAt(visitor, name, path);
      if (problems) found[name] = problems;
    };
    for (const [name, path] of Object.entries(open)) await look(name, path);
    await page.goto('/');
    const note = await page.locator('a[href*="/notes/"]').first().getAttribute('href');
    await look('note', note ?? '/notes/none');
    await join(visitor, newHandle());
    await keepScreen(visitor, 'seated');
    for (const [name, path] of Object.entries(mine)) await look(name, path);
    const mineId = await publishNote(page);
    await look('own-note', `/notes/${mineId}`);
    await look('note-exposure', `/notes/${mineId}/exposure`);
    await look('studio', '/studio');
    expect(found).toEqual({});
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});

/** A note of one's own, so that there is an account of it to look at. */
function publishNote(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/notes', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID().replaceAll('-', '') },
      body: JSON.stringify({ title: 'Persimmons on the radiator', text: `Six of them, and patience. ${Date.now()}` }),
    });
    return ((await answer.json()) as { id: string }).id;
  });
}
