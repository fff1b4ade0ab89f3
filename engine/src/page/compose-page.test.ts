import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../traffic/policy.ts';
import {
  columnsOf,
  makePage,
  placesOf,
  plain,
  rowsOf,
  scratch,
  shownOn,
  vectorOf,
  walk,
} from './compose-page.fixture.ts';
import { composePage } from './compose-page.ts';
import { candidateFlags } from './composition.ts';

const { firstPool, search, foreign, newcomer, followed, promoted, wished } = candidateFlags;

describe('limits', () => {
  const others = plain(200, (index) => ({ score: 0.5 - index / 1000 }));

  test('an author has two of twenty, and not within five', () => {
    const notes = [...plain(10, () => ({ author: 7, score: 2 })), ...others];
    const places = rowsOf(makePage(notes, [])).flatMap((row, slot) => (row < 10 ? [slot] : []));
    expect(places).toEqual([0, 6]);
  });

  test('authors who found no row are nobody’s like', () => {
    const page = makePage(
      plain(20, () => ({ author: 0 })),
      [],
    );
    expect(page.slots).toHaveLength(20);
    expect(page.relaxed).toEqual([]);
  });

  test.each([
    { name: 'a topic has four of twenty', flags: 0, places: [0, 1, 3, 4] },
    { name: 'a wished topic twice as many', flags: wished, places: [0, 1, 3, 4, 6, 7, 9, 10] },
  ])('$name, never three in a row', ({ flags, places }) => {
    const notes = [...plain(30, () => ({ topics: [9], flags, score: 5 })), ...others];
    const found = rowsOf(makePage(notes, [])).flatMap((row, slot) => (row < 30 ? [slot] : []));
    expect(found).toEqual(places);
  });

  test('foreign notes have their share of a page, spread over its screens', () => {
    const notes = [...plain(40, () => ({ flags: foreign, score: 5 })), ...others];
    const places = (share: number) =>
      rowsOf(makePage(notes, [], { foreignShare: share })).flatMap((row, slot) => (row < 40 ? [slot] : []));
    expect(places(0)).toEqual([]);
    expect(places(0.1)).toEqual([0, 5]);
    expect(places(0.4)).toEqual([0, 1, 5, 6, 10, 11, 15, 16]);
    expect(places(1)).toHaveLength(20);
  });

  test('page after page, newcomers do not pass their share', () => {
    const notes = [...plain(150, () => ({ flags: newcomer, score: 5 })), ...others];
    const { sequence } = walk(notes, { newcomerShare: 0.25 }, 5);
    const isNewcomer = sequence.map(({ flags }) => (flags === newcomer ? 1 : 0));
    for (let slot = 19; slot < 100; slot += 1) {
      const inWindow = isNewcomer.slice(slot - 19, slot + 1).reduce<number>((sum, one) => sum + one, 0);
      expect(inWindow).toBe(5);
    }
  });

  test('whom the viewer follows stands outside the shares', () => {
    const notes = [...plain(40, () => ({ flags: foreign | newcomer | followed, score: 5 })), ...others];
    const page = makePage(notes, [], { foreignShare: 0.1, newcomerShare: 0.1 });
    expect(rowsOf(page).filter((row) => row < 40)).toHaveLength(20);
    expect(page.relaxed).toEqual([]);
  });

  test('a near-duplicate of a note three pages ago may come again, sooner not', () => {
    const notes = [...plain(2, () => ({ duplicate: 3, score: 9 })), ...others];
    const { sequence } = walk(notes, {}, 4);
    expect(sequence.flatMap(({ row }, slot) => (row < 2 ? [slot] : []))).toEqual([0, 60]);
  });

  test('a house with nothing else shows what it has, and says which limits gave way', () => {
    const page = makePage(
      plain(4, () => ({ author: 7, topics: [1], flags: foreign })),
      [],
      { foreignShare: 0 },
    );
    expect(page.slots).toHaveLength(4);
    expect(page.relaxed.map(({ constraints }) => constraints)).toEqual([
      ['foreign-share'],
      ['author-gap', 'foreign-share'],
      ['topic-run', 'author-gap', 'author-share', 'foreign-share'],
      ['topic-run', 'author-gap', 'author-share', 'foreign-share'],
    ]);
  });
});

describe('special slots', () => {
  const others = plain(200, () => ({ score: 3 }));

  test('first-pool picks stand a column apart and reach every place over the turns', () => {
    const notes = [...others, ...plain(9, () => ({ author: 1, flags: firstPool | foreign | newcomer, score: 0 }))].map(
      (note, index) => ({ ...note, author: 1000 + index }),
    );
    const met = new Set<number>();
    for (let turn = 0; turn < 5; turn += 1) {
      const page = makePage(notes, [], { turn, foreignShare: 0, newcomerShare: 0 });
      const places = placesOf(page, 'first-pool');
      expect(places).toEqual([0, 5, 10, 15].map((place) => place + turn));
      expect(places.map((place) => rowsOf(page)[place])).toEqual([200, 201, 202, 203]);
      expect(page.relaxed).toEqual([]);
      for (const place of places) met.add(place);
    }
    expect(met.size).toBe(20);
  });

  test('foreign notes of first-pool slots use nothing of the share', () => {
    const picks = plain(4, (index) => ({ author: 1 + index, flags: firstPool | foreign, score: 0 }));
    const strangers = plain(20, (index) => ({ author: 11 + index, flags: foreign, score: 5 }));
    const page = makePage([...picks, ...strangers, ...others], [], { foreignShare: 0.1, turn: 2 });
    expect(placesOf(page, 'first-pool')).toHaveLength(4);
    expect(rowsOf(page).filter((row) => row >= 4 && row < 24)).toHaveLength(2);
  });

  test('a search gets its share of one topic, evenly, beside first-pool slots', () => {
    const answers = plain(30, (index) => ({ author: 1 + index, topics: [8], flags: search, score: 0 }));
    const picks = plain(4, (index) => ({ author: 51 + index, flags: firstPool, score: 0 }));
    const page = makePage([...answers, ...picks, ...others], [], { searchShare: 0.3, turn: 1 });
    const places = placesOf(page, 'search');
    expect(places).toHaveLength(6);
    expect(placesOf(page, 'first-pool')).toHaveLength(4);
    expect(page.relaxed).toEqual([]);
    expect(Math.max(...places)).toBeGreaterThan(15);
  });

  test('answers that came by their score count for the share', () => {
    const answers = plain(4, (index) => ({ author: 1 + index, flags: search, score: 9 }));
    const more = plain(9, (index) => ({ author: 21 + index, flags: search, score: 0 }));
    const page = makePage([...answers, ...more, ...others], [], { searchShare: 0.3 });
    expect(placesOf(page, 'search')).toHaveLength(2);
    expect(rowsOf(page).filter((row) => row < 13)).toHaveLength(6);
  });

  test.each([
    { paidShare: 0, expected: 0 },
    { paidShare: 0.05, expected: 1 },
    { paidShare: 0.15, expected: 3 },
  ])('paid notes fill $paidShare of a page and no first-pool slot', ({ paidShare, expected }) => {
    const picks = plain(4, (index) => ({ author: 51 + index, flags: firstPool, score: 0 }));
    const paid = plain(9, (index) => ({ author: 1 + index, flags: promoted, score: 0 }));
    for (let turn = 0; turn < 20; turn += 1) {
      const page = makePage([...picks, ...paid, ...others], [], { policy: { paidShare }, turn });
      expect(placesOf(page, 'promoted')).toHaveLength(expected);
      expect(placesOf(page, 'first-pool')).toHaveLength(4);
    }
  });

  test('variety makes room for something new', () => {
    const cat = vectorOf(1);
    const notes = [
      ...plain(19, (index) => ({ vector: cat, score: 1 - index / 1000 })),
      ...plain(1, () => ({ author: 1, vector: vectorOf(2), score: 0.95 })),
      ...plain(1, () => ({ author: 2, score: 0 })),
    ];
    expect(rowsOf(makePage(notes, [], { policy: { variety: 0 } })).indexOf(19)).toBe(19);
    expect(rowsOf(makePage(notes, [])).indexOf(19)).toBe(1);
  });
});

test('variety knows the page before', () => {
  const cat = vectorOf(1);
  const notes = [
    ...plain(1, () => ({ author: 1, vector: cat, score: 1 })),
    ...plain(1, () => ({ author: 2, vector: cat, score: 0.99 })),
    ...plain(1, () => ({ author: 3, vector: vectorOf(2), score: 0.95 })),
    ...plain(1, () => ({ author: 4, score: 0 })),
  ];
  const first = makePage(notes, [], { size: 1 });
  expect(rowsOf(first)).toEqual([0]);
  expect(rowsOf(makePage(notes, shownOn(notes, first), { size: 1 }))).toEqual([2]);
});

test('numbers that a writer left half-written spoil nothing', () => {
  const anyRows = fc.array(fc.oneof(fc.nat(30), fc.constantFrom(0xffffffff, 31, 2 ** 31)), { maxLength: 60 });
  const anyScores = fc.float32Array({ minLength: 60, maxLength: 60 });
  const anyFlags = fc.uint16Array({ minLength: 60, maxLength: 60 });
  const shares = fc.constantFrom(0, 0.3, 1, Number.NaN, -1, 7);
  fc.assert(
    fc.property(anyRows, anyRows, anyScores, anyFlags, shares, fc.nat(), (rows, before, scores, flags, share, seed) => {
      const columns = columnsOf(
        plain(30, (index) => ({ author: (seed * index) >>> 0, duplicate: (seed ^ index) >>> 0 })),
      );
      const { slots } = composePage(scratch, columns, {
        candidates: { count: rows.length, rows: Uint32Array.from(rows), scores, flags },
        before: { count: before.length, rows: Uint32Array.from(before), flags },
        size: 20,
        turn: seed,
        policy: { ...defaultPolicy.page, paidShare: share, variety: share, window: share * 100 },
        foreignShare: share,
        newcomerShare: share,
        searchShare: share,
        firstPoolSlots: share * 10,
      });
      const possible = new Set(rows.filter((row) => row < 30 && !before.slice(-60).includes(row)));
      expect(slots).toHaveLength(Math.min(20, possible.size));
      expect(slots.every(({ row }) => possible.has(row))).toBe(true);
    }),
  );
});
