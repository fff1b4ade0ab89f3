import { fileURLToPath } from 'node:url';
import type { Visitor } from './browser.ts';
import { wordsOf } from './words.ts';

let joined = 0;

/** A handle that no other journey uses. */
export function newHandle(): string {
  joined += 1;
  return `guest${process.pid}x${joined}`;
}

export const password = 'two cups of oolong';
export const picture = fileURLToPath(new URL('../../demo/art/pictures/', import.meta.url));

/** Takes a seat by the three steps of the welcome screen, as a person does. */
export async function join(visitor: Visitor, handle: string): Promise<void> {
  const { page, language } = visitor;
  const say = wordsOf(language);
  await page.goto('/welcome');
  await page.getByRole('textbox', { name: say('account.handle.label'), exact: true }).fill(handle);
  await page.getByRole('textbox', { name: say('account.password.label'), exact: true }).fill(password);
  await page.getByRole('button', { name: say('account.next') }).click();
  await page.getByRole('heading', { name: say('account.languages.title') }).waitFor();
  await page.getByRole('button', { name: say('account.next') }).click();
  await page.getByRole('heading', { name: say('account.interests.title') }).waitFor();
  await page.getByRole('button', { name: say('account.join') }).click();
  await page.getByRole('heading', { name: say('account.seated.title', { name: handle }) }).waitFor();
}

/** Publishes a note with one picture and comes out on its page. Returns the id of the note. */
export async function publish(visitor: Visitor, note: { title: string; text: string; file: string }): Promise<string> {
  const { page, language } = visitor;
  const say = wordsOf(language);
  await page.goto('/publish');
  await page.locator('input[type=file]').first().setInputFiles(note.file);
  await page.getByRole('textbox', { name: say('compose.titleField'), exact: true }).fill(note.title);
  await page.getByLabel(say('compose.textField'), { exact: true }).fill(note.text);
  const answered = page.waitForResponse(
    (response) => response.url().endsWith('/api/notes') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: say('compose.publish'), exact: true }).click();
  const { id } = (await (await answered).json()) as { id: string };
  return id;
}
