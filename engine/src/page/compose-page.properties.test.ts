import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Given,
  makePage,
  type Note,
  placesOf,
  plain,
  rowsOf,
  type Shown,
  shownOn,
  walk,
} from './compose-page.fixture.ts';
import { candidateFlags, type PageConstraint, pageConstraints, type SlotKind } from './composition.ts';

const { firstPool, search, foreign, newcomer, followed, promoted, wished } = candidateFlags;

/** The rules once more, read directly off the sequence of all pages: which are broken at a slot. */
function violations(notes: readonly Note[], sequence: readonly Shown[], slot: number, given: Given): PageConstraint[] {
  const own = sequence[slot] as Shown;
  const note = notes[own.row] as Note;
  const before = (slots: number) => sequence.slice(Math.max(0, slot - slots), slot);
  const topics = (shown: Shown) => notes[shown.row]?.topics ?? [];
  const most = own.flags & wished ? 8 : 4;
  const isRunning = (topic: number) =>
    before(2).length === 2 && before(2).every((shown) => topics(shown).includes(topic));
  const sameTopic = (topic: number) => before(19).filter((shown) => topics(shown).includes(topic)).length;
  const sameAuthor = (slots: number) => before(slots).filter(({ row }) => notes[row]?.author === note.author).length;
  const counts = (shown: Shown, flag: number) =>
    shown.kind !== 'first-pool' && (shown.flags & flag) > 0 && (shown.flags & (followed | search)) === 0;
  const isFull = (flag: number, share = 1) =>
    counts({ ...own, kind: 'ranked' }, flag) &&
    (before(19).filter((shown) => counts(shown, flag)).length + 1 > share * 20 + 1e-9 ||
      before(4).filter((shown) => counts(shown, flag)).length + 1 > Math.ceil(share * 5 - 1e-9));
  const isCopy = note.duplicate && before(59).some(({ row }) => notes[row]?.duplicate === note.duplicate);
  const broken: Record<PageConstraint, boolean> = {
    'topic-run': topics(own).some(isRunning),
    'topic-share': topics(own).some((topic) => sameTopic(topic) >= most),
    'author-gap': sameAuthor(5) > 0,
    'author-share': sameAuthor(19) >= 2,
    'newcomer-share': isFull(newcomer, given.newcomerShare),
    'foreign-share': isFull(foreign, given.foreignShare),
    'near-duplicate': Boolean(isCopy),
  };
  return pageConstraints.filter((constraint) => broken[constraint]);
}

/** Limits that do not bind a slot of that kind. */
const outside: Record<SlotKind, readonly PageConstraint[]> = {
  ranked: [],
  'first-pool': ['newcomer-share', 'foreign-share'],
  search: ['topic-share'],
  promoted: [],
};

const anyNote = (variety: number) =>
  fc.record({
    author: fc.integer({ min: 1, max: variety }),
    topics: fc.uniqueArray(fc.integer({ min: 1, max: variety }), { maxLength: 3 }),
    duplicate: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(variety) }),
    flags: fc.nat(127),
    score: fc.float({ min: -5, max: 5, noNaN: true }),
  });

const anyNotes = fc.oneof(
  fc.array(anyNote(5), { maxLength: 150 }),
  fc.array(anyNote(80), { minLength: 100, maxLength: 200 }),
);

const anyGiven = fc.record({
  foreignShare: fc.double({ min: 0, max: 1, noNaN: true }),
  newcomerShare: fc.double({ min: 0, max: 1, noNaN: true }),
  searchShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
  firstPoolSlots: fc.nat(4),
  policy: fc.record({ paidShare: fc.constantFrom(0, 0.05, 0.2), variety: fc.constantFrom(0, 0.2, 1) }),
});

describe('for any candidates, over six pages', () => {
  test('every broken limit is logged, every logged limit was broken', () => {
    fc.assert(
      fc.property(anyNotes, anyGiven, (notes, given) => {
        const { sequence, pages } = walk(notes, given, 6);
        let start = 0;
        for (const { slots, relaxed } of pages) {
          const logged = new Map(relaxed.map(({ slot, constraints }) => [slot, constraints]));
          for (const [slot, { kind }] of slots.entries()) {
            const found = violations(notes, sequence, start + slot, given).filter(
              (one) => !outside[kind].includes(one),
            );
            expect(logged.get(slot) ?? []).toEqual(found);
          }
          start += slots.length;
        }
      }),
    );
  });

  test('limits give way only when no waiting candidate keeps them, and no further than needed', () => {
    const severity = (found: readonly PageConstraint[]) =>
      found.reduce((sum, constraint) => sum + 2 ** pageConstraints.indexOf(constraint), 0);
    fc.assert(
      fc.property(anyNotes, anyGiven, (notes, given) => {
        const { slots, relaxed } = makePage(notes, [], given);
        const sequence = shownOn(notes, { slots, relaxed });
        for (const { slot, constraints } of relaxed) {
          const before = sequence.slice(0, slot);
          const waiting = [...notes.keys()].filter((row) => !before.some((shown) => shown.row === row));
          for (const row of waiting) {
            const other: Shown = { row, kind: 'ranked', flags: notes[row]?.flags ?? 0 };
            const instead = severity(violations(notes, [...before, other], slot, given));
            expect(instead).toBeGreaterThanOrEqual(severity(constraints));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a page is short only when candidates run out, and nothing is shown twice', () => {
    fc.assert(
      fc.property(anyNotes, anyGiven, (notes, given) => {
        const { sequence } = walk(notes, given, 6);
        expect(sequence).toHaveLength(Math.min(120, notes.length));
        expect(new Set(sequence.map(({ row }) => row)).size).toBe(sequence.length);
      }),
    );
  });

  test('the rules for special slots hold', () => {
    fc.assert(
      fc.property(anyNotes, anyGiven, (notes, given) => {
        for (const page of walk(notes, given, 3).pages) {
          expect(placesOf(page, 'first-pool').length).toBeLessThanOrEqual(given.firstPoolSlots);
          expect(placesOf(page, 'promoted').length).toBeLessThanOrEqual(given.policy.paidShare * 20);
          const flag = { 'first-pool': firstPool, search, promoted, ranked: 0 };
          const wrong = page.slots.filter(({ row, kind }) => ((notes[row]?.flags ?? 0) & flag[kind]) !== flag[kind]);
          expect(wrong).toEqual([]);
        }
      }),
    );
  });

  test('the same input gives the same page, whatever was made between', () => {
    fc.assert(
      fc.property(anyNotes, anyNotes, anyGiven, (notes, others, given) => {
        const first = makePage(notes, [], given);
        walk(others, given, 2);
        expect(makePage(notes, [], given)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  test('without limits in the way and without variety it is the order of the scores', () => {
    const scores = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, (all) => {
        const notes = plain(all.length, (index) => ({ score: all[index] as number }));
        const order = [...all.keys()].sort((a, b) => (all[b] as number) - (all[a] as number) || a - b);
        expect(rowsOf(makePage(notes, [], { policy: { variety: 0 } }))).toEqual(order.slice(0, 20));
      }),
    );
  });
});
