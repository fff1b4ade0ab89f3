import { expect, test } from 'vitest';
import {
  type BrowserDraft,
  dropFromBrowser,
  findInBrowser,
  keepInBrowser,
  listInBrowser,
  newDraft,
} from './browser-drafts.ts';

/** What a browser's storage does, in memory. */
function openShelf(mostCharacters = 10_000) {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > mostCharacters) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

const draft = (title: string, change: Partial<BrowserDraft> = {}): BrowserDraft => ({
  ...newDraft({ title }),
  ...change,
});

test('a draft comes back as it was, with the key that keeps it from being published twice', () => {
  const shelf = openShelf();
  const tea = draft('Tea');
  expect(keepInBrowser(tea, shelf)).toBe(true);
  expect(findInBrowser(tea.id, shelf)).toEqual(tea);
  dropFromBrowser(tea.id, shelf);
  expect(findInBrowser(tea.id, shelf)).toBeUndefined();
});

test('an emptied draft leaves no trace, a full browser is told', () => {
  const shelf = openShelf();
  const tea = draft('Tea');
  keepInBrowser(tea, shelf);
  keepInBrowser({ ...tea, composition: { ...tea.composition, title: '' } }, shelf);
  expect(shelf.length).toBe(0);
  expect(keepInBrowser(tea, openShelf(10))).toBe(false);
});

test('each member sees their own drafts and those nobody has claimed, newest first', () => {
  const shelf = openShelf();
  keepInBrowser(draft('old', { ownerId: 'mia', updatedAt: '2025-01-14T08:00:00Z' }), shelf);
  keepInBrowser(draft('nobody’s', { updatedAt: '2025-01-15T08:00:00Z' }), shelf);
  keepInBrowser(draft('secret', { ownerId: 'jake' }), shelf);
  shelf.setItem('teahouse.draft.broken', '{');
  shelf.setItem('teahouse.theme', 'dark');
  expect(listInBrowser('mia', shelf).map(({ composition }) => composition.title)).toEqual(['nobody’s', 'old']);
});
