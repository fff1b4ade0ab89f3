import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepScreen, openBrowser, seriousFindings, settle, type Visitor, visit } from './browser.ts';
import { join, newHandle } from './members.ts';
import { type RunningHouse, startHouse } from './start-house.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
let house: RunningHouse;

beforeAll(async () => {
  [browser, house] = await Promise.all([openBrowser(), startHouse({ arguments: ['--empty'] })]);
});
afterAll(() => Promise.all([browser.close(), house.stop()]));

const say = wordsOf('en');
const why = 'A like says more here than an open.';

it('the host changes a rule by keyboard, says why, and everyone can read it', async () => {
  const host = await visit(browser, 'desktop', 'en', 'light', 'block', house.url);
  const { page } = host;
  const handle = newHandle();
  await join(host, handle);
  await page.goto(`/welcome?operator=${house.operatorToken}`);
  await page.getByRole('button', { name: say('account.operator.claim') }).click();
  await page.getByText(say('account.operator.done')).waitFor();

  await page.goto('/operations/traffic');
  await page.getByText(say('exposure.policy.weights.title'), { exact: true }).click();
  const like = page.getByRole('slider', { name: say('exposure.policy.weights.like'), exact: true });
  const before = Number(await like.inputValue());
  await like.press('ArrowRight');
  const after = Number(await like.inputValue());
  expect(after).toBeGreaterThan(before);
  await page.getByRole('button', { name: say('traffic.editor.putInForce') }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(`${before} → ${after}`).waitFor();
  await dialog.getByRole('textbox', { name: say('traffic.confirm.why') }).fill(why);
  await expectAccessible(host, 'rules-in-force');
  await dialog.getByRole('button', { name: say('traffic.confirm.action'), exact: true }).click();
  await page.getByText(say('traffic.confirm.done', { version: 2 })).waitFor();
  await page.getByText(say('traffic.promotions.off'), { exact: true }).waitFor();

  const visitor = await visit(browser, 'phone', 'en', 'dark', 'block', house.url);
  await visitor.page.goto('/exposure');
  await visitor.page.getByText(say('exposure.policy.title', { version: 2 })).waitFor();
  await visitor.page.getByText(why, { exact: true }).waitFor();
  await visitor.page.getByText(`${before} → ${after}`).waitFor();
  await expectAccessible(visitor, 'exposure-after-a-change');
  expect([...host.complaints, ...visitor.complaints]).toEqual([]);
  await Promise.all([host, visitor].map(({ context }) => context.close()));
});

async function expectAccessible(visitor: Visitor, name: string): Promise<void> {
  await settle(visitor.page);
  await keepScreen(visitor, name);
  expect(await seriousFindings(visitor.page), name).toEqual([]);
}
