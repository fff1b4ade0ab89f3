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

/** The first note of a town that a language community wrote, and nobody but the memory has translated. */
export async function findNote(visitor: Visitor, language: string): Promise<{ id: string; title: string }> {
  const { request } = visitor.context;
  const answer = await request.get('/api/feed/newest?limit=50');
  const { items } = (await answer.json()) as { items: { id: string; title: string; language: string }[] };
  for (const item of items.filter((one) => one.language === language)) {
    const note = (await (await request.get(`/api/notes/${item.id}`)).json()) as { versions: string[] };
    if (note.versions.length === 0) return item;
  }
  return expect.fail(`no note in ${language} without versions of its author`);
}
