import { expect } from 'vitest';
import type { Visitor } from './browser.ts';
import { wordsOf } from './words.ts';

/** What a page of the house shows about one text: the offer, the translation, the way back. */
export function textOf({ page, language }: Visitor, name: string) {
  const say = wordsOf(language);
  const article = page.getByRole('article', { name }).last();
  return {
    article,
    async translate() {
      await article.getByRole('button', { name: say('translation.translate'), exact: true }).click();
    },
    async showOriginal() {
      await article.getByRole('button', { name: say('translation.original'), exact: true }).click();
    },
    says: (text: string) => article.getByText(text, { exact: true }).waitFor(),
  };
}

/** Writes under the open note, without leaving it. */
export async function comment({ page, language }: Visitor, text: string): Promise<void> {
  const say = wordsOf(language);
  await page.getByLabel(say('comments.label')).fill(text);
  await page.getByRole('button', { name: say('comments.send') }).click();
  await page.getByText(text, { exact: true }).first().waitFor();
}

/** The newest note of somebody of the town: other journeys publish notes of their own, which no memory knows. */
export async function findNoteOf(visitor: Visitor, handle: string): Promise<{ id: string; title: string }> {
  const answer = await visitor.context.request.get(`/api/members/${handle}/notes?limit=1`);
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  return items[0] ?? expect.fail(`${handle} wrote no note`);
}
