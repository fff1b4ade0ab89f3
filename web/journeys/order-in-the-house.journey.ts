import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Language, openBrowser, type Visitor, visit } from './browser.ts';
import { join, newHandle, picture, publish } from './members.ts';
import { wordsOf } from './words.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const explanation = 'The link leads to a shop. 链接指向一家网店。';
const appeal = '那是我奶奶的食谱,不是广告。It is my grandmother’s recipe.';
const answer = 'You are right, it is a recipe. Sorry. 抱歉,是我们看错了。';

describe('order in the house', () => {
  it('a note is reported, removed under a rule, appealed by its author and given back by somebody else', async () => {
    const [host, moderator, author, reporter] = await seats(['en', 'en', 'zh', 'zh']);
    const note = {
      title: `奶奶的桂花糕 ${author.handle}`,
      text: '糯米粉、桂花、耐心。',
      file: `${picture}congee-bowl-0.webp`,
    };
    await becomeHost(host);
    await appoint(host, moderator.handle);
    const noteId = await publish(author, note);

    await report(reporter, noteId);
    await decide(moderator, note.title);
    expect(await isShownToVisitors(noteId, note.title)).toBe(false);
    await appealTheDecision(author);
    await overturn(host, note.title);
    expect(await isShownToVisitors(noteId, note.title)).toBe(true);
    await expectAnswered(author);
    await Promise.all([host, moderator, author, reporter].map(({ context }) => context.close()));
  });
});

type Seated = Visitor & { handle: string };

async function seats<const L extends readonly Language[]>(languages: L): Promise<{ [K in keyof L]: Seated }> {
  const seated: Seated[] = [];
  for (const language of languages) {
    const visitor = await visit(browser, 'desktop', language);
    const handle = newHandle();
    await join(visitor, handle);
    seated.push({ ...visitor, handle });
  }
  return seated as { [K in keyof L]: Seated };
}

async function becomeHost({ page, language }: Seated): Promise<void> {
  const token = inject('operatorToken');
  if (!token) throw new Error('No operator token: give an unused one as JOURNEY_OPERATOR_TOKEN beside JOURNEY_HOUSE');
  await page.goto(`/welcome?operator=${token}`);
  await page.getByRole('button', { name: wordsOf(language)('account.operator.claim') }).click();
  const refusal = page.getByRole('alert');
  const done = page.getByText(wordsOf(language)('account.operator.done'));
  await done.or(refusal).first().waitFor();
  if (await refusal.isVisible()) throw new Error(`The operator token was used before: ${await refusal.textContent()}`);
}

async function appoint({ page, language }: Seated, handle: string): Promise<void> {
  const say = wordsOf(language);
  await page.goto('/moderation?show=house');
  await page.getByRole('textbox', { name: say('moderation.house.handle') }).fill(handle);
  await page.getByText(say('moderation.role.moderator'), { exact: true }).click();
  await page.getByRole('button', { name: say('moderation.house.setRole') }).click();
  await page.getByText(say('moderation.house.roleSet', { handle, role: say('moderation.role.moderator') })).waitFor();
}

async function report({ page, language }: Seated, noteId: string): Promise<void> {
  const say = wordsOf(language);
  await page.goto(`/notes/${noteId}`);
  await page.getByRole('button', { name: say('note.menu') }).click();
  await page.getByRole('menuitem', { name: say('feed.report') }).click();
  await page.getByRole('radio', { name: say('report.reason.spam') }).check();
  await page.getByRole('button', { name: say('report.send') }).click();
  await page.getByText(say('report.thanks')).waitFor();
}

async function decide({ page, language }: Seated, title: string): Promise<void> {
  const say = wordsOf(language);
  await page.goto('/moderation');
  await choose(page, say('moderation.tab.reports'), title);
  const desk = page.getByRole('region', { name: say('moderation.report'), exact: true });
  await desk.getByRole('heading', { name: title }).waitFor();
  await desk.getByRole('button', { name: say('moderation.action.remove'), exact: true }).click();
  await desk.getByLabel(say('moderation.rule')).selectOption({ index: 1 });
  await desk.getByRole('textbox', { name: say('moderation.explanation') }).fill(explanation);
  await desk.getByRole('button', { name: say('moderation.send'), exact: true }).click();
  await page.getByText(say('moderation.decided')).waitFor();
}

async function appealTheDecision({ page, language }: Seated): Promise<void> {
  const say = wordsOf(language);
  await page.goto('/notifications');
  await page.getByRole('link', { name: say('notifications.system.decision.remove') }).click();
  await page.getByRole('heading', { name: say('rules.statements.title') }).waitFor();
  await page.getByText(explanation).waitFor();
  await page.getByRole('button', { name: say('rules.statements.appeal.ask') }).click();
  await page.getByRole('textbox', { name: say('rules.statements.appeal.label') }).fill(appeal);
  await page.getByRole('button', { name: say('rules.statements.appeal.send'), exact: true }).click();
  await page.getByText(say('rules.statements.appeal.state.open')).waitFor();
}

async function overturn({ page, language }: Seated, title: string): Promise<void> {
  const say = wordsOf(language);
  await page.goto('/moderation?show=appeals');
  await choose(page, say('moderation.tab.appeals'), title);
  const desk = page.getByRole('region', { name: say('moderation.appeal.title'), exact: true });
  await desk.getByText(appeal).waitFor();
  await desk.getByText(say('moderation.appeal.overturned'), { exact: true }).click();
  await desk.getByRole('textbox', { name: say('moderation.appeal.answer') }).fill(answer);
  await desk.getByRole('button', { name: say('moderation.appeal.send'), exact: true }).click();
  await page.getByText(say('moderation.appeal.answered')).waitFor();
}

async function choose(page: Page, queue: string, title: string): Promise<void> {
  await page.getByRole('list', { name: queue }).getByRole('button', { name: title }).click();
}

async function expectAnswered({ page, language }: Seated): Promise<void> {
  const say = wordsOf(language);
  await page.goto('/statements');
  await page.getByText(say('rules.statements.appeal.state.overturned')).waitFor();
  await page.getByText(answer).waitFor();
}

/** Whether somebody without an account reads the note at its own address. */
async function isShownToVisitors(noteId: string, title: string): Promise<boolean> {
  const { page, context } = await visit(browser, 'desktop', 'en');
  await page.goto(`/notes/${noteId}`);
  const note = page.getByRole('heading', { name: title, level: 1 });
  await note
    .or(page.getByText(wordsOf('en')('note.gone.title')))
    .first()
    .waitFor();
  const isShown = await note.isVisible();
  await context.close();
  return isShown;
}
