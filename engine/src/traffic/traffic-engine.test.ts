import { expect, test } from 'vitest';
import type { EnginePage } from './page.ts';
import {
  HOUR,
  joins,
  NOON,
  numbersOf,
  openTown,
  request,
  type Subject,
  see,
  subjectOf,
  subjects,
  townNote,
} from './town.fixture.ts';
import type { TrafficEngine } from './traffic-engine.ts';

/** Pages of one walk, each seen to its end before the next is asked for. */
function walk(
  engine: TrafficEngine,
  pages: number,
  start = NOON,
  more: Parameters<typeof request>[0] = {},
): EnginePage[] {
  const walked: EnginePage[] = [];
  for (let page = 0; page < pages; page += 1) {
    const now = start + page * 60_000;
    walked.push(engine.page(request({ now, ...more })));
    see(engine, walked.at(-1) as EnginePage, now);
  }
  return walked;
}

function shareOf(pages: readonly EnginePage[], subject: Subject): number {
  const numbers = pages.flatMap(numbersOf);
  return numbers.filter((number) => subjectOf(number) === subject).length / numbers.length;
}

/** Anna likes so many notes of a subject. */
function like(engine: TrafficEngine, subject: Subject, count: number, at = NOON): void {
  const first = subjects.indexOf(subject);
  for (let index = 0; index < count; index += 1) {
    const note = `note-${first + index * subjects.length}`;
    for (const act of ['open', 'like'] as const)
      engine.apply({ kind: 'act', at: at + index, viewer: 'anna', note, act });
  }
}

test('a page is full, each note once, and says what it relaxed', () => {
  const page = openTown().page(request());
  expect(page.slots).toHaveLength(20);
  expect(new Set(numbersOf(page)).size).toBe(20);
  expect(page.relaxed).toEqual([]);
  expect(page.hasMore).toBe(true);
  for (const { reasons, propensity } of page.slots) {
    expect(reasons.length).toBeGreaterThan(0);
    expect(propensity).toBeGreaterThan(0);
    expect(propensity).toBeLessThanOrEqual(1);
  }
});

test('what is seen does not come again', () => {
  const numbers = walk(openTown(), 8).flatMap(numbersOf);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('what is liked comes more often, with the reason', () => {
  const engine = openTown();
  const before = shareOf(walk(engine, 2), 'chess');
  like(engine, 'chess', 12, NOON + HOUR);
  const pages = walk(engine, 2, NOON + 2 * HOUR);
  expect(shareOf(pages, 'chess')).toBeGreaterThanOrEqual(0.2);
  expect(shareOf(pages, 'chess')).toBeGreaterThan(before);
  const chess = pages.flatMap(({ slots }) => slots).filter(({ note }) => subjectOf(Number(note.slice(5))) === 'chess');
  for (const { reasons } of chess) expect(reasons.map(({ code }) => code)).toContain('like-opened');
});

test('a searched topic fills 30 % of the next page and fades over three', () => {
  const engine = openTown();
  like(engine, 'tea', 6);
  walk(engine, 1);
  const vector = townNote(6, NOON).vector;
  engine.apply({ kind: 'search', at: NOON + 90_000, viewer: 'anna', vector, topics: ['roses'] });
  const shares = walk(engine, 5, NOON + 120_000).map((page) => shareOf([page], 'roses'));
  expect(shares[0]).toBeGreaterThanOrEqual(0.3);
  expect(shares[1]).toBeGreaterThanOrEqual(0.2);
  expect(shares[2]).toBeGreaterThanOrEqual(0.1);
  expect(shares[4]).toBeLessThanOrEqual(0.2);
});

test('without a topic, what answered a search fills the next page all the same, and says so', () => {
  const engine = openTown();
  like(engine, 'tea', 6);
  const [before] = walk(engine, 1);
  const notes = Array.from({ length: 20 }, (_, index) => `note-${406 + 8 * index}`);
  engine.apply({ kind: 'search', at: NOON + 90_000, viewer: 'anna', vector: new Int8Array(64), topics: [], notes });
  const [page] = walk(engine, 1, NOON + 120_000);
  const found = page?.slots.filter(({ note }) => notes.includes(note)) ?? [];
  expect(before?.slots.filter(({ note }) => notes.includes(note)).length).toBeLessThan(6);
  expect(found.length).toBeGreaterThanOrEqual(6);
  expect(found.some(({ reasons }) => reasons.some(({ code }) => code === 'search'))).toBe(true);
});

test('"not interested": a topic falls to a tenth or less; undo brings it back', () => {
  const engine = openTown(1_600);
  like(engine, 'cats', 10);
  const before = shareOf(walk(engine, 3), 'cats');
  expect(before).toBeGreaterThanOrEqual(0.15);
  const spare = { kind: 'spare', id: 'word', what: 'topic', note: 'note-1', subject: 'cats' } as const;
  engine.apply({ kind: 'control', at: NOON + HOUR, viewer: 'anna', control: spare });
  expect(shareOf(walk(engine, 3, NOON + HOUR), 'cats')).toBeLessThanOrEqual(before / 10);
  engine.apply({ kind: 'control', at: NOON + 2 * HOUR, viewer: 'anna', control: { kind: 'unspare', id: 'word' } });
  expect(shareOf(walk(engine, 3, NOON + 2 * HOUR), 'cats')).toBeGreaterThanOrEqual(before / 2);
});

test('a spared note and a spared author do not come', () => {
  const engine = openTown();
  const [first] = engine.page(request()).slots;
  const author = townNote(Number(first?.note.slice(5)), NOON).author;
  for (const what of ['note', 'author'] as const) {
    const control = { kind: 'spare', id: what, what, note: first?.note ?? '', subject: author } as const;
    engine.apply({ kind: 'control', at: NOON, viewer: 'anna', control });
  }
  const numbers = walk(engine, 5).flatMap(numbersOf);
  expect(numbers).not.toContain(Number(first?.note.slice(5)));
  expect(numbers.filter((number) => townNote(number, NOON).author === author)).toEqual([]);
});

test('"not interested" in a language: a tenth or less of it is left', () => {
  const engine = openTown(1_600);
  const english = (pages: EnginePage[]) => pages.flatMap(numbersOf).filter((number) => number % 3 === 0).length;
  const bilingual = { languages: ['zh', 'en'] };
  const before = english(walk(engine, 3, NOON, bilingual));
  const spare = { kind: 'spare', id: 'word', what: 'language', note: 'note-3', subject: 'en' } as const;
  engine.apply({ kind: 'control', at: NOON + HOUR, viewer: 'anna', control: spare });
  const firstPools = (page: EnginePage) => ({
    ...page,
    slots: page.slots.filter(({ reasons }) => reasons[0]?.code !== 'first-audience'),
  });
  expect(before).toBeGreaterThanOrEqual(10);
  expect(english(walk(engine, 3, NOON + HOUR, bilingual).map(firstPools))).toBeLessThanOrEqual(before / 10);
});

test('a topic asked for by name comes more often, and one asked for less seldom', () => {
  const engine = openTown(1_600);
  const before = walk(engine, 3);
  for (const [topic, intensity] of [
    ['films', 'more'],
    ['roses', 'less'],
  ] as const) {
    const control = { kind: 'topic-intensity', topic, intensity } as const;
    engine.apply({ kind: 'control', at: NOON + HOUR, viewer: 'anna', control });
  }
  const after = walk(engine, 3, NOON + HOUR);
  expect(shareOf(after, 'films')).toBeGreaterThan(shareOf(before, 'films'));
  expect(shareOf(after, 'films')).toBeGreaterThanOrEqual(0.2);
  expect(shareOf(after, 'roses')).toBeLessThanOrEqual(shareOf(before, 'roses'));
  const wished = after.flatMap(({ slots }) => slots).flatMap(({ reasons }) => reasons.map(({ code }) => code));
  expect(wished).toContain('wished-topic');
});

test('notes of followed authors come, with the reason; not personal, following says nothing', () => {
  const engine = openTown();
  const followedAuthors = ['author-7', 'author-8'];
  const { slots } = engine.page(request({ followedAuthors }));
  const followed = slots.filter(({ reasons }) => reasons.some(({ code }) => code === 'follows-author'));
  expect(followed.length).toBeGreaterThanOrEqual(2);
  for (const { reasons } of followed) {
    expect(followedAuthors).toContain(reasons.find(({ code }) => code === 'follows-author')?.subject);
  }
  const plain = engine.page(request({ followedAuthors, isPersonal: false, random: () => 0.3 }));
  expect(numbersOf(plain)).toEqual(numbersOf(engine.page(request({ isPersonal: false, random: () => 0.3 }))));
});

test('a reset forgets what was liked, and what is seen stays seen', () => {
  const engine = openTown(1_600);
  like(engine, 'chess', 20);
  const seen = walk(engine, 1).flatMap(numbersOf);
  engine.apply({ kind: 'control', at: NOON + HOUR, viewer: 'anna', control: { kind: 'reset' } });
  const page = engine.page(request({ now: NOON + HOUR }));
  for (const { reasons } of page.slots) expect(reasons.map(({ code }) => code)).not.toContain('like-opened');
  expect(numbersOf(page).filter((number) => seen.includes(number))).toEqual([]);
});

test('who asks for fewer newcomers meets fewer beside first audiences', () => {
  const engine = openTown(1_600);
  const newcomers = (pages: EnginePage[]) =>
    pages
      .flatMap(({ slots }) => slots)
      .filter(({ note, reasons }) => Number(note.slice(5)) % 5 === 0 && reasons[0]?.code !== 'first-audience').length;
  const before = newcomers(walk(engine, 3));
  engine.apply({ kind: 'control', at: NOON + HOUR, viewer: 'anna', control: { kind: 'newcomers', intensity: 'less' } });
  expect(newcomers(walk(engine, 3, NOON + HOUR))).toBeLessThan(before);
});

test('no hidden author ever stands on a page', () => {
  const hiddenAuthors = Array.from({ length: 30 }, (_, index) => `author-${index}`);
  const pages = walk(openTown(), 8, NOON, { hiddenAuthors });
  const authors = new Set(pages.flatMap(numbersOf).map((number) => townNote(number, NOON).author));
  expect([...authors].filter((author) => hiddenAuthors.includes(author))).toEqual([]);
});

test('the language mix moves the page, both ways', () => {
  const engine = openTown();
  const foreign = (pages: EnginePage[]) =>
    pages.flatMap(numbersOf).filter((number) => number % 3 === 0).length / (20 * pages.length);
  expect(foreign(walk(engine, 2))).toBeLessThanOrEqual(0.4);
  engine.apply({ kind: 'control', at: NOON + HOUR, viewer: 'anna', control: { kind: 'language-mix', foreign: 0.6 } });
  expect(foreign(walk(engine, 2, NOON + HOUR))).toBeGreaterThanOrEqual(0.45);
  engine.apply({ kind: 'control', at: NOON + 2 * HOUR, viewer: 'anna', control: { kind: 'language-mix', foreign: 0 } });
  const pages = walk(engine, 2, NOON + 2 * HOUR);
  const guests = pages
    .flatMap(({ slots }) => slots)
    .filter(({ note, pool }) => Number(note.slice(5)) % 3 === 0 && pool !== 1);
  expect(guests).toEqual([]);
});

test("yesterday's interests are restored", () => {
  const engine = openTown(1_600);
  like(engine, 'tea', 10, NOON);
  const DAY = 24 * HOUR;
  for (const subject of ['chess', 'films', 'roses', 'bikes', 'hikes'] as const) like(engine, subject, 25, NOON + DAY);
  const moved = shareOf([engine.page(request({ now: NOON + DAY + HOUR }))], 'tea');
  const day = new Date(NOON).toISOString().slice(0, 10);
  engine.apply({ kind: 'control', at: NOON + DAY + HOUR, viewer: 'anna', control: { kind: 'restore', day } });
  const restored = shareOf([engine.page(request({ now: NOON + DAY + HOUR }))], 'tea');
  expect(restored).toBeGreaterThan(moved);
  expect(restored).toBeGreaterThanOrEqual(0.15);
});

test('what is not personal is the same for everybody, whatever they did', () => {
  const engine = openTown();
  engine.apply(joins('bela'));
  like(engine, 'chess', 20);
  const pages = ['anna', 'bela', 'nobody'].map((viewer) =>
    engine.page(request({ viewer, isPersonal: false, random: () => 0.3 })),
  );
  expect(pages.map(numbersOf)[1]).toEqual(numbersOf(pages[0] as EnginePage));
  expect(pages.map(numbersOf)[2]).toEqual(numbersOf(pages[0] as EnginePage));
  for (const { reasons } of pages[0]?.slots ?? []) {
    for (const { code } of reasons) expect(['like-opened', 'like-collected', 'topic']).not.toContain(code);
  }
});

test('a category page holds nothing else', () => {
  const engine = openTown();
  const numbers = numbersOf(engine.page(request({ category: 'home' })));
  expect(numbers).toHaveLength(20);
  expect(numbers.every((number) => number % 8 < 4)).toBe(true);
  expect(engine.page(request({ category: 'nothing of the kind' })).slots).toEqual([]);
});

test('a new note is on the next page of somebody', () => {
  const engine = openTown();
  engine.apply(townNote(5_000, NOON, { topics: ['tea'] }));
  const pages = ['a', 'b', 'c', 'd'].map((viewer) => engine.page(request({ viewer, now: NOON + 1_000 })));
  expect(pages.flatMap(numbersOf)).toContain(5_000);
});

test('a note that is gone stands on no page, also when it comes back later', () => {
  const engine = openTown(40);
  for (let number = 0; number < 40; number += 2) engine.apply({ kind: 'note-gone', at: NOON, note: `note-${number}` });
  expect(numbersOf(engine.page(request())).every((number) => number % 2 === 1)).toBe(true);
  engine.apply(townNote(2, NOON));
  expect(numbersOf(engine.page(request({ viewer: 'bela' })))).toContain(2);
});
