import type { NoteExposureView, ReasonCode } from '@teahouse/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, settle, type Visitor, visit } from './browser.ts';
import { problemsOn } from './look.ts';
import { join, newHandle, picture, publish } from './members.ts';
import { passBy } from './passers-by.ts';
import { wordsOf } from './words.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const audience = 25;
/** Not everyone who comes by is shown every note. */
const mostPassersBy = 60;
const say = wordsOf('en');
/** What the house's engine may take to learn of something. */
const patience = { timeout: 30_000, interval: 500 };

it('an author reads who saw their note and why, and the page says what the ledger says', async () => {
  const author = await visit(browser, 'desktop', 'en');
  const { page } = author;
  const handle = newHandle();
  await join(author, handle);
  const note = { title: `Persimmon jam, ${handle}`, text: `Six persimmons and a radiator. ${handle}` };
  const noteId = await publish(author, { ...note, file: `${picture}congee-bowl-0.webp` });

  const met = await gather(noteId);
  expect(met).toHaveLength(audience);

  const exposure = () => exposureOf(page, noteId);
  await expect.poll(async () => (await exposure()).impressions, patience).toBe(audience);
  await expect.poll(async () => (await exposure()).steps.map(({ step }) => step), patience).toContain('reached');
  const ledger = await exposure();
  expect(ledger.isBalanced).toBe(true);
  expect(ledger.byReason).toEqual(expect.arrayContaining(tallyOf(met)));
  expect(ledger.pool.isPromiseKept).toBe(true);

  await page.goto(`/notes/${noteId}`);
  await page.getByRole('link', { name: new RegExp(`^${audience} people have seen this`) }).click();
  await page.getByRole('heading', { name: say('exposure.note.title') }).waitFor();
  await settle(page);
  expect(await rowsOf(page, say('exposure.by.reason'))).toEqual(
    ledger.byReason.map(({ key, impressions }) => [say(`exposure.reason.${key}`), `${impressions}`]),
  );
  expect(await rowsOf(page, say('exposure.by.traffic'))).toEqual([[say('exposure.traffic.free'), `${audience}`]]);
  await page.getByText(say(`exposure.ladder.state.${ledger.pool.state}`), { exact: true }).waitFor();
  await page.getByText(say('exposure.ladder.kept')).waitFor();
  await page.getByText(say('exposure.note.balanced')).waitFor();
  await expectStudio(author, note.title, ledger);
  expect(await problemsOn(page)).toBeUndefined();
  expect(author.complaints).toEqual([]);
  await author.context.close();
});

/** Lets people come by until so many have met the note; all of them like what they see. */
async function gather(noteId: string): Promise<ReasonCode[]> {
  const met: ReasonCode[] = [];
  for (let passed = 0; passed < mostPassersBy && met.length < audience; passed += 1) {
    const reader = await passBy(inject('house'), 'en');
    const reason = await reader.meet(noteId);
    if (!reason) continue;
    met.push(reason);
    await reader.like(noteId);
    await reader.collect(noteId);
  }
  return met;
}

function tallyOf(met: readonly ReasonCode[]) {
  const groups = Map.groupBy(met, (reason) => reason);
  return [...groups].map(([key, all]) => ({ key, impressions: all.length }));
}

/** What the house tells the author of this page. */
function exposureOf(page: Page, noteId: string): Promise<NoteExposureView> {
  return page.evaluate(async (id) => (await fetch(`/api/notes/${id}/exposure`)).json(), noteId);
}

/** Names and figures of a chart that is a table. */
function rowsOf(page: Page, name: string): Promise<(string | null | undefined)[][]> {
  return page
    .getByRole('table', { name })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('th')?.textContent, row.querySelectorAll('td')[1]?.textContent]),
    );
}

async function expectStudio({ page }: Visitor, title: string, { impressions }: NoteExposureView): Promise<void> {
  await page.goto('/studio');
  const row = page.getByRole('link', { name: title });
  await row.getByText(`${impressions} ${say('exposure.note.seen')}`).waitFor();
}
