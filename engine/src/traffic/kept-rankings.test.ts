import { expect, test } from 'vitest';
import { hash32 } from '../hash.ts';
import type { Fact } from './facts.ts';
import type { EnginePage, PageRequest } from './page.ts';
import { NOON, numbersOf, openTown, request, townNote, vectorOf } from './town.fixture.ts';
import { openTrafficReader, type TrafficReader } from './traffic-engine.ts';

const notes = 800;

/** Two readers of one town: one keeps what pages were chosen from, the other looks anew for each. */
function openReaders() {
  const engine = openTown(notes, { threads: 3 });
  const keeping = openTrafficReader(engine.handle, 1, { keepsRankings: true });
  return { engine, keeping, anew: openTrafficReader(engine.handle, 2) };
}

function hashesOf(pages: readonly EnginePage[]): number[] {
  return pages.flatMap(({ slots }) => slots.map(({ note }) => hash32(note)));
}

const cats = { kind: 'search', at: NOON, viewer: 'anna', vector: vectorOf(1, () => 0.5), topics: ['cats'] } as const;

/** A page after a search, then many new notes, and the next page as both readers make it. */
function secondPages(fact: Fact | undefined, more: Partial<PageRequest> = {}) {
  const { engine, keeping, anew } = openReaders();
  engine.apply(cats);
  const first = keeping.page(request());
  for (let number = notes; number < notes + 300; number += 1) engine.apply(townNote(number, NOON + 1_000));
  if (fact) engine.apply(fact);
  const ask = () => request({ shown: hashesOf([first]), now: NOON + 5_000, ...more });
  return { kept: keeping.page(ask()), made: anew.page(ask()) };
}

function isFromBefore({ slots }: EnginePage): boolean {
  const chosen = slots.filter(({ reasons }) => reasons[0]?.code !== 'first-audience');
  return numbersOf({ slots: chosen }).every((number) => number < notes);
}

function walk(reader: TrafficReader, count: number): EnginePage[] {
  const pages: EnginePage[] = [];
  for (let page = 0; page < count; page += 1)
    pages.push(reader.page(request({ now: NOON + page * 1_000, shown: hashesOf(pages) })));
  return pages;
}

test('a walk goes on, each page full and nothing twice, and every slot says why', () => {
  const pages = walk(openReaders().keeping, 8);
  const numbers = pages.flatMap(numbersOf);
  expect(numbers).toHaveLength(160);
  expect(new Set(numbers).size).toBe(160);
  for (const { reasons, propensity } of pages.flatMap(({ slots }) => slots)) {
    expect(reasons.length).toBeGreaterThan(0);
    expect(propensity).toBeGreaterThan(0);
  }
});

test('the next page of a walk is chosen from what the first was chosen from', () => {
  const { kept, made } = secondPages(undefined);
  expect(isFromBefore(kept)).toBe(true);
  expect(isFromBefore(made)).toBe(false);
});

const at = NOON + 2_000;
test.each<[string, Fact]>([
  ['does', { kind: 'act', at, viewer: 'anna', note: 'note-3', act: 'like' }],
  ['hides', { kind: 'act', at, viewer: 'anna', note: 'note-3', act: 'hide' }],
  ['searches', { kind: 'search', at, viewer: 'anna', vector: vectorOf(2, () => 0.5), topics: ['hikes'] }],
  ['says', { kind: 'control', at, viewer: 'anna', control: { kind: 'language-mix', foreign: 0.3 } }],
  ['resets', { kind: 'control', at, viewer: 'anna', control: { kind: 'reset' } }],
])('after something that the viewer %s the very next page is looked for anew', (_, fact) => {
  const { kept, made } = secondPages(fact);
  expect(kept).toEqual(made);
});

test.each<[string, Partial<PageRequest>]>([
  ['another category', { category: 'away' }],
  ['other languages', { languages: ['en'] }],
  ['a minute later', { now: NOON + 60_000 }],
  ['another walk', { shown: [] }],
  ['following somebody since', { followedAuthors: ['author-7'] }],
])('asked for with %s it is looked for anew', (_, more) => {
  const { kept, made } = secondPages(undefined, more);
  expect(kept).toEqual(made);
});

test('what was withdrawn or seen since stands on no kept page', () => {
  const { engine, keeping } = openReaders();
  const first = keeping.page(request());
  const shown = hashesOf([first]);
  const { keeping: other } = openReaders();
  other.page(request());
  const expected = numbersOf(other.page(request({ shown, now: NOON + 1_000 })));
  const [gone, seen] = expected;
  engine.apply({ kind: 'note-gone', at: NOON, note: `note-${gone}` });
  const impression = {
    surface: 'discover',
    traffic: 'free',
    reason: 'popular',
    pool: 0,
    slot: 0,
    propensity: 1,
  } as const;
  engine.apply({ kind: 'impression', at: NOON, viewer: 'anna', note: `note-${seen}`, ...impression });
  const second = numbersOf(keeping.page(request({ shown, now: NOON + 1_000 })));
  expect(second).toHaveLength(20);
  expect(second).not.toContain(gone);
  expect(second).not.toContain(seen);
});
