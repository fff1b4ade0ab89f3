import type { NoteCard, NoteId } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { refilled } from '../data/not-interested.ts';
import type { Hide } from '../data/overlays.ts';
import { type CardLanguage, cardHeight, columnsFor, coverRatio, titleLines } from './card-size.ts';
import { withRefills } from './refilled-cards.ts';

const read: CardLanguage = { badge: undefined, translatesTo: undefined };

describe('lanes', () => {
  test.each([
    [320, 2],
    [390, 2],
    [599, 2],
    [720, 3],
    [1016, 4],
    [1240, 5],
    [1600, 6],
    [3000, 6],
  ])('%i pixels hold %i columns', (available, count) => {
    const columns = columnsFor(available);
    expect(columns.count).toBe(count);
    expect(columns.width * count + columns.gap * (count - 1)).toBeLessThanOrEqual(available);
  });
});

describe('heights', () => {
  test('covers are cropped to between 3:4 and 4:3', () => {
    expect(coverRatio(card({ width: 100, height: 900 }).cover)).toBe(3 / 4);
    expect(coverRatio(card({ width: 900, height: 100 }).cover)).toBe(4 / 3);
    expect(coverRatio(card({ width: 100, height: 100 }).cover)).toBe(1);
  });

  test('a longer title needs a second line, never a third', () => {
    const short = cardHeight(card({ title: '短' }), 200, 16, read);
    const long = cardHeight(card({ title: '很长的标题'.repeat(8) }), 200, 16, read);
    expect(long - short).toBe(20);
  });

  test('a language badge takes its part of the first line', () => {
    const title = '十二个字的标题刚好一行了';
    expect(titleLines(card({ title }), 200, 16, read)).toBe(1);
    expect(titleLines(card({ title }), 200, 16, { ...read, badge: 'Chinese' })).toBe(2);
  });

  test('a title that will be translated has its room from the start', () => {
    const translated = { badge: 'Chinese', translatesTo: 'en' };
    const short = cardHeight(card({ title: '短' }), 200, 16, translated);
    const long = cardHeight(card({ title: '很长的标题'.repeat(8) }), 200, 16, translated);
    expect(short).toBe(long);
    expect(titleLines(card({ title: '短' }), 200, 16, translated)).toBe(2);
  });

  test('a text cover says its title itself, but not in another language', () => {
    const withText = card({ title: '短' });
    withText.cover = { kind: 'text', template: 'paper', text: '短' };
    const bare = cardHeight(withText, 200, 16, read);
    expect(cardHeight(withText, 200, 16, { ...read, translatesTo: 'en' }) - bare).toBe(48);
    expect(cardHeight(withText, 200, 16, { ...read, badge: 'Chinese' }) - bare).toBe(28);
  });

  test('text grows with the type size of the reader, the cover does not', () => {
    const normal = cardHeight(card({}), 200, 16, read);
    const doubled = cardHeight(card({}), 200, 32, read);
    expect(doubled).toBeGreaterThan(normal);
    expect(doubled).toBeLessThan(normal * 2);
  });
});

describe('a page filled anew', () => {
  const cards = ['a', 'b', 'c', 'd', 'e'].map((id) => card({ id }));
  const answer = (removed: string[], replacements: string[]) =>
    ({ removed, replacements: replacements.map((id) => card({ id })) }) as unknown as Parameters<typeof refilled>[2];
  const hidden = (id: string, unseen: string[], removed: string[], replacements: string[]) =>
    [
      id,
      {
        reason: 'author',
        page: refilled(id, { feed: 'forYou', unseen: unseen as NoteId[] }, answer(removed, replacements)),
      },
    ] as const;
  const shown = (hides: (readonly [string, Hide])[], feed = 'forYou') =>
    withRefills(cards, new Map(hides), feed)
      .map(({ id }) => id)
      .join('');

  test('the house’s notes stand in the places of those that went; the note itself keeps its own', () => {
    expect(shown([hidden('b', ['c', 'd', 'e'], ['b', 'c', 'e'], ['x', 'y'])])).toBe('abxdy');
  });

  test('a note for which no place was left follows the unseen ones, also where the last of them went', () => {
    expect(shown([hidden('b', ['d', 'e'], ['b', 'd'], ['x', 'y'])])).toBe('abcxey');
    expect(shown([hidden('b', ['d', 'e'], ['b', 'e'], ['x', 'y'])])).toBe('abcdxy');
  });

  test('with nothing below it, what comes follows the note itself', () => {
    expect(shown([hidden('e', [], ['e'], ['x'])])).toBe('abcdex');
  });

  test('where the house has nothing more, the others close up', () => {
    expect(shown([hidden('a', ['b', 'c', 'd', 'e'], ['a', 'c', 'd'], [])])).toBe('abe');
  });

  test('a second refusal takes the place of what the first brought in', () => {
    const first = hidden('a', ['c', 'd', 'e'], ['a', 'c'], ['x', 'y']);
    expect(shown([first, hidden('b', ['x', 'd', 'e', 'y'], ['b', 'x'], ['z'])])).toBe('abzdey');
  });

  test('taking it back brings every card back; other lists were never touched', () => {
    expect(shown([])).toBe('abcde');
    expect(shown([hidden('b', ['c'], ['b', 'c'], ['x'])], 'cats')).toBe('abcde');
    expect(shown([['b', { reason: 'note' }]])).toBe('abcde');
  });
});

function card({ id = 'n', author = 'x', title = 'Title', width = 3, height = 4 }): NoteCard {
  const picture = { url: '/media/p', width, height, thumbhash: '', widths: [360], hasAvif: false, alt: '' };
  return {
    id,
    title,
    language: 'en',
    cover: { kind: 'picture', picture },
    author: { id: author },
  } as unknown as NoteCard;
}
