import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  keepScreen,
  type Language,
  openBrowser,
  type Size,
  seriousFindings,
  settle,
  type Theme,
  visit,
} from './browser.ts';
import { join, newHandle } from './members.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const layoutShiftLimit = 0.05;
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
  suggestions: '/suggestions',
  following: '/?tab=following',
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
      await page.goto(path);
      await settle(page);
      await keepScreen(visitor, name);
      const problems = {
        axe: await seriousFindings(page),
        shift: await layoutShift(page),
        overflow: await overflow(page),
      };
      if (problems.axe.length > 0 || problems.shift > layoutShiftLimit || problems.overflow > 0) found[name] = problems;
    };
    for (const [name, path] of Object.entries(open)) await look(name, path);
    await page.goto('/');
    const note = await page.locator('a[href*="/notes/"]').first().getAttribute('href');
    await look('note', note ?? '/notes/none');
    await join(visitor, newHandle());
    await keepScreen(visitor, 'seated');
    for (const [name, path] of Object.entries(mine)) await look(name, path);
    expect(found).toEqual({});
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});

/** Cumulative layout shift since the page was opened, as the browser counts it. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 50);
      }),
  );
}

/** Pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
}
