import type { NoteCard } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import type { Hide } from '../data/overlays.ts';
import { type CardLanguage, cardHeight, columnsFor, coverRatio, titleLines } from './card-size.ts';
import { withoutHidden } from './hidden-cards.ts';

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

describe('less of this', () => {
  const cards = [
    card({ id: 'a', author: 'x' }),
    card({ id: 'b', author: 'y' }),
    card({ id: 'c', author: 'y' }),
    card({ id: 'd', author: 'x' }),
  ];
  const hides = (id: string, hide: Partial<Hide>) =>
    new Map([[id, { reason: 'author', authorId: 'y', language: 'en', ...hide } as Hide]]);
  const ids = (map: ReadonlyMap<string, Hide>) => withoutHidden(cards, map).map(({ id }) => id);

  test('the note itself stays as its receipt', () => {
    expect(ids(hides('b', { reason: 'note' }))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('later notes of the author leave', () => {
    expect(ids(hides('b', {}))).toEqual(['a', 'b', 'd']);
  });

  test('what the reader has passed stays', () => {
    expect(ids(hides('c', {}))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a language leaves from there on', () => {
    expect(ids(hides('b', { reason: 'language' }))).toEqual(['a', 'b']);
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
