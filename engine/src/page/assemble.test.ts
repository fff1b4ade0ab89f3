import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { assemblePage, CONSTRAINTS, carryAfter, EMPTY_CARRY, type PageCarry, type Relaxation } from './assemble.ts';

const note = (id: string, given: Partial<Candidate> = {}): Candidate => ({
  id,
  authorId: `author of ${id}`,
  topicIds: [],
  language: 'zh',
  score: 1,
  ...given,
});

const notes = (count: number, given: (index: number) => Partial<Candidate> = () => ({})): Candidate[] =>
  Array.from({ length: count }, (_, index) => note(`n${index}`, given(index)));

const ids = (page: readonly Candidate[]) => page.map(({ id }) => id);

/** The rules once more, read directly off the sequence of all pages: which are broken at a slot. */
function violations(sequence: readonly Candidate[], slot: number): string[] {
  const here = sequence[slot] as Candidate;
  const before = (slots: number) => sequence.slice(Math.max(0, slot - slots), slot);
  const lastTwo = before(2);
  const runs = (topic: string) => lastTwo.length === 2 && lastTwo.every(({ topicIds }) => topicIds.includes(topic));
  const share = (topic: string) => before(19).filter(({ topicIds }) => topicIds.includes(topic)).length;
  const sameAuthor = (slots: number) => before(slots).filter(({ authorId }) => authorId === here.authorId).length;
  const sameGroup = before(59).some(({ duplicateGroup }) => duplicateGroup === here.duplicateGroup);
  const broken = {
    'topic-run': here.topicIds.some(runs),
    'topic-share': here.topicIds.some((topic) => share(topic) >= 4),
    'author-gap': sameAuthor(5) > 0,
    'author-share': sameAuthor(19) >= 2,
    'near-duplicate': here.duplicateGroup !== undefined && sameGroup,
  };
  return CONSTRAINTS.filter((constraint) => broken[constraint]);
}

function pagesOf(candidates: readonly Candidate[], sizes: readonly number[]) {
  let carry: PageCarry = EMPTY_CARRY;
  const sequence: Candidate[] = [];
  const relaxed: Relaxation[] = [];
  for (const size of sizes) {
    const unseen = candidates.filter((candidate) => !sequence.includes(candidate));
    const made = assemblePage(unseen, { size, carry });
    relaxed.push(...made.relaxed.map((entry) => ({ ...entry, slot: entry.slot + sequence.length })));
    sequence.push(...made.page);
    carry = JSON.parse(JSON.stringify(made.carry));
  }
  return { sequence, relaxed, carry };
}

describe('caps', () => {
  test('a varied ranking is served as it is', () => {
    const ranked = notes(30);
    const { page, relaxed } = assemblePage(ranked, { size: 20 });
    expect(ids(page)).toEqual(ids(ranked.slice(0, 20)));
    expect(relaxed).toEqual([]);
  });

  test('an author has two of twenty, and not within five', () => {
    const flood = [...notes(10, () => ({ authorId: 'loud' })), ...notes(40).map((quiet) => note(`quiet ${quiet.id}`))];
    const { page } = assemblePage(flood, { size: 20 });
    expect(page.flatMap(({ authorId }, index) => (authorId === 'loud' ? [index] : []))).toEqual([0, 6]);
  });

  test('a topic has four of twenty, never three in a row', () => {
    const refugees = notes(30, () => ({ topicIds: ['refugee'] }));
    const others = Array.from({ length: 40 }, (_, index) => note(`other ${index}`));
    const { page } = assemblePage([...refugees, ...others], { size: 20 });
    expect(page.flatMap(({ topicIds }, index) => (topicIds.length ? [index] : []))).toEqual([0, 1, 3, 4]);
  });

  test('of near-duplicates one is shown', () => {
    const copies = notes(5, () => ({ duplicateGroup: 'chain letter' }));
    const { page } = assemblePage([...copies, note('own words')], { size: 2 });
    expect(ids(page)).toEqual(['n0', 'own words']);
  });

  test('page two knows page one', () => {
    const pool = [
      ...notes(20, () => ({ authorId: 'loud', duplicateGroup: 'copy' })),
      ...Array.from({ length: 60 }, (_, index) => note(`quiet ${index}`)),
    ];
    const first = assemblePage(pool, { size: 3 });
    expect(ids(first.page)).toEqual(['n0', 'quiet 0', 'quiet 1']);
    const rest = pool.filter(({ id }) => !ids(first.page).includes(id));
    const second = assemblePage(rest, { size: 10, carry: first.carry });
    expect(second.page.some(({ authorId }) => authorId === 'loud')).toBe(false);
  });

  test('caps can be set', () => {
    const sameAuthor = notes(4, () => ({ authorId: 'album' }));
    const { page, relaxed } = assemblePage(sameAuthor, { size: 4, caps: { authorPerWindow: 4, authorGap: 0 } });
    expect(page).toHaveLength(4);
    expect(relaxed).toEqual([]);
  });

  test('a repeated id counts once', () => {
    const twice = note('twice');
    expect(ids(assemblePage([twice, { ...twice }, note('once')], { size: 5 }).page)).toEqual(['twice', 'once']);
  });
});

describe('relaxation', () => {
  test('an author alone in the house still gets a full page, and it is logged', () => {
    const { page, relaxed } = assemblePage(
      notes(4, () => ({ authorId: 'only' })),
      { size: 4 },
    );
    expect(page).toHaveLength(4);
    expect(relaxed).toEqual([
      { slot: 1, id: 'n1', constraints: ['author-gap'] },
      { slot: 2, id: 'n2', constraints: ['author-gap', 'author-share'] },
      { slot: 3, id: 'n3', constraints: ['author-gap', 'author-share'] },
    ]);
  });

  test('topics give way before authors, authors before near-duplicates', () => {
    const pool = [
      note('first', { authorId: 'a', topicIds: ['t'], duplicateGroup: 'g' }),
      note('second', { authorId: 'b', topicIds: ['t'] }),
      note('copy', { authorId: 'c', duplicateGroup: 'g' }),
      note('same author', { authorId: 'a' }),
      note('same topic', { authorId: 'd', topicIds: ['t'] }),
    ];
    const { page, relaxed } = assemblePage(pool, { size: 5 });
    expect(ids(page)).toEqual(['first', 'second', 'same topic', 'same author', 'copy']);
    expect(relaxed.map(({ constraints }) => constraints)).toEqual([['topic-run'], ['author-gap'], ['near-duplicate']]);
  });
});

const anyNotes = (variety: number) =>
  fc
    .array(
      fc.record({
        authorId: fc.nat(variety).map((author) => `a${author}`),
        topicIds: fc.uniqueArray(fc.nat(variety).map(String), { maxLength: 3 }),
        group: fc.option(fc.nat(variety).map(String), { nil: undefined, freq: 3 }),
      }),
      { maxLength: 120 },
    )
    .map((all) =>
      all.map(({ group, ...rest }, i) => note(`n${i}`, { ...rest, ...(group && { duplicateGroup: `g${group}` }) })),
    );

describe('for any candidates', () => {
  test('every broken rule is logged, every logged rule was broken, across pages', () => {
    fc.assert(
      fc.property(fc.oneof(anyNotes(4), anyNotes(30)), fc.array(fc.nat(25), { maxLength: 3 }), (candidates, sizes) => {
        const { sequence, relaxed } = pagesOf(candidates, sizes);
        const logged = new Map(relaxed.map(({ slot, constraints }) => [slot, constraints]));
        for (const slot of sequence.keys()) expect(logged.get(slot) ?? []).toEqual(violations(sequence, slot));
      }),
    );
  });

  test('a page is short only when candidates run out, and repeats nobody', () => {
    fc.assert(
      fc.property(anyNotes(6), fc.nat(40), (candidates, size) => {
        const { page } = assemblePage(candidates, { size });
        expect(page).toHaveLength(Math.min(size, candidates.length));
        expect(new Set(ids(page)).size).toBe(page.length);
      }),
    );
  });

  test('rules give way only when no waiting candidate could keep them', () => {
    fc.assert(
      fc.property(anyNotes(8), (candidates) => {
        const { page, relaxed } = assemblePage(candidates, { size: 20 });
        for (const { slot } of relaxed) {
          const shown = page.slice(0, slot);
          const waiting = candidates.filter((candidate) => !shown.includes(candidate));
          for (const other of waiting) expect(violations([...shown, other], slot)).not.toEqual([]);
        }
      }),
    );
  });

  test('the carry stays small', () => {
    const crowded = notes(200, (index) => ({
      topicIds: Array.from({ length: 30 }, (_, topic) => `${index}/${topic}`),
      duplicateGroup: `g${index}`,
    }));
    const { carry } = pagesOf(crowded, [20, 20, 20, 20, 20]);
    expect(carry.recent).toHaveLength(19);
    expect(carry.groups).toHaveLength(60);
    expect(JSON.stringify(carry).length).toBeLessThan(3200);
  });
});

test('the notes of a page tell what it leaves behind, without the state it was made with', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed);
      const draw = (count: number) => String(Math.floor(random() * count));
      const candidates = notes(80, () => ({ authorId: draw(40), topicIds: [draw(20)], duplicateGroup: draw(60) }));
      const { page, carry } = assemblePage(candidates, { size: 20 });
      expect(carryAfter(page)).toEqual(carry);
    }),
    { numRuns: 50 },
  );
});
