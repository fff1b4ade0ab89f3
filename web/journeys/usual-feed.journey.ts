import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../server/src/platform/db/database.ts';
import { superuser } from '../../server/src/platform/postgres/cluster.ts';
import { databaseName } from '../../server/src/platform/postgres/launch.ts';
import { chooseSocketFolder, socketPort } from '../../server/src/platform/postgres/socket-folder.ts';
import { keepScreen, openBrowser, seriousFindings, settle, type Visitor, visit } from './browser.ts';
import { join, newHandle } from './members.ts';
import { type RunningHouse, startHouse } from './start-house.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
let house: RunningHouse;

beforeAll(async () => {
  [browser, house] = await Promise.all([
    openBrowser(),
    startHouse({ arguments: ['--empty'], environment: { TEAHOUSE_TRANSLATION_ENGINES: '' } }),
  ]);
});
afterAll(() => Promise.all([browser.close(), house.stop()]));

it('yesterday’s feed comes back by its day, and the present after it', async () => {
  const visitor = await visit(browser, 'phone', 'zh', 'light', 'block', house.url);
  const { page, language } = visitor;
  const say = wordsOf(language);
  const handle = newHandle();
  await join(visitor, handle);
  await hasBeenHereYesterday(handle);
  await page.goto('/');

  const tune = page.getByRole('button', { name: say('feed.tune'), exact: true });
  const days = page.getByRole('group', { name: say('controls.usual.choose') });
  await tune.click();
  await settle(page);
  expect(await seriousFindings(page)).toEqual([]);
  await keepScreen(visitor, 'tune');
  const restored = laidAnew(visitor);
  await days.getByRole('button', { name: '昨天', pressed: false }).click();
  await page.getByText(say('controls.usual.restored', { day: '昨天' })).waitFor();
  await restored;
  await keepScreen(visitor, 'usual-feed');

  await tune.click();
  await days.getByRole('button', { name: '昨天', pressed: true }).waitFor();
  const present = laidAnew(visitor);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('controls.usual.back') })
    .click();
  await page.getByText(say('controls.usual.undone')).waitFor();
  await present;
  await tune.click();
  await days.getByRole('button', { name: '昨天', pressed: false }).waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
});

const laidAnew = ({ page }: Visitor) =>
  page.waitForResponse((response) => response.url().includes('/api/feed/discover?'));

/** A house whose clock runs as ours has seen nobody yesterday; its own table is told otherwise. */
async function hasBeenHereYesterday(handle: string): Promise<void> {
  const host = chooseSocketFolder(house.folder);
  const { db, close } = openDatabase({ host, port: socketPort, user: superuser, database: databaseName }, { size: 1 });
  const { id } = await db.selectFrom('member').select('id').where('handle', '=', handle).executeTakeFirstOrThrow();
  const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await db.insertInto('feed_usual_day').values({ member_id: id, day }).execute();
  await close();
}
