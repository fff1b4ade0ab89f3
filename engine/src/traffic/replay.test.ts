import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import {
  type Control,
  type Fact,
  heads,
  intensities,
  memberGroups,
  reasonCodes,
  surfaces,
  trafficKinds,
} from './facts.ts';
import { defaultPolicy } from './policy.ts';
import { DAY, HOUR, NOON, numbersOf, openTown, request, see, smallSize, townNote } from './town.fixture.ts';
import { openTrafficEngine, openTrafficReader } from './traffic-engine.ts';

/** So small that notes, members and their rows are evicted and used again. */
const tiny = { notes: 64, members: 64, rates: 2 ** 8, pending: 64 };

const time = fc.oneof(
  fc.integer({ min: NOON, max: NOON + 2 * DAY }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e300, Number.MIN_VALUE),
);
const number = fc.oneof(fc.double(), fc.integer());
const note = fc.oneof(
  fc.nat(120).map((name) => `note-${name}`),
  fc.string(),
);
const viewer = fc.oneof(
  fc.nat(90).map((name) => `viewer-${name}`),
  fc.string(),
);
const topic = fc.oneof(fc.constantFrom('tea', 'cats', 'hikes', 'chess'), fc.string());
const vector = fc.oneof(
  fc.int8Array({ minLength: VECTOR_LENGTH, maxLength: VECTOR_LENGTH }),
  fc.int8Array({ maxLength: 80 }),
  fc.constant(new Int8Array(VECTOR_LENGTH)),
);
const text = fc.oneof(fc.constantFrom('zh', 'en', 'und', 'pt-BR'), fc.string());
const intensity = fc.constantFrom(...intensities);
const what = fc.constantFrom('note', 'author', 'topic', 'language');

const control: fc.Arbitrary<Control> = fc.oneof(
  fc.record({ kind: fc.constant('spare'), id: fc.string(), what, note, subject: topic }) as fc.Arbitrary<Control>,
  fc.record({ kind: fc.constant('unspare'), id: fc.string() }) as fc.Arbitrary<Control>,
  fc.record({
    kind: fc.constant('language-mix'),
    foreign: fc.option(number, { nil: undefined }),
  }) as fc.Arbitrary<Control>,
  fc.record({ kind: fc.constant('topic-intensity'), topic, intensity }) as fc.Arbitrary<Control>,
  fc.record({ kind: fc.constantFrom('newcomers', 'exploration'), intensity }) as fc.Arbitrary<Control>,
  fc.record({ kind: fc.constant('restore'), day: fc.constantFrom('2024-10-05', 'no day') }) as fc.Arbitrary<Control>,
  fc.record({ kind: fc.constantFrom('forget-search', 'reset') }) as fc.Arbitrary<Control>,
);

const noteFact = fc.record({
  kind: fc.constant('note'),
  at: time,
  note,
  author: fc.oneof(
    fc.nat(30).map((name) => `author-${name}`),
    fc.string(),
  ),
  publishedAt: time,
  language: text,
  topics: fc.array(topic, { maxLength: 12 }),
  category: fc.option(text, { nil: undefined }),
  country: fc.option(text, { nil: undefined }),
  media: fc.constantFrom('pictures', 'video', 'text'),
  duplicateGroup: fc.option(fc.string(), { nil: undefined }),
  vector,
  authorGroup: fc.constantFrom(...memberGroups),
  authorFollowers: number,
});
const impression = fc.record({
  kind: fc.constant('impression'),
  at: time,
  viewer,
  note,
  surface: fc.constantFrom(...surfaces),
  traffic: fc.constantFrom(...trafficKinds),
  reason: fc.constantFrom(...reasonCodes),
  pool: number,
  slot: number,
  propensity: number,
  promotion: fc.option(fc.string(), { nil: undefined }),
});
const act = fc.record({
  kind: fc.constant('act'),
  at: time,
  viewer,
  note,
  act: fc.constantFrom(...heads, 'unlike', 'uncollect', 'report'),
});

const fact = fc.oneof(
  { weight: 6, arbitrary: noteFact },
  { weight: 8, arbitrary: impression },
  { weight: 8, arbitrary: act },
  fc.record({ kind: fc.constant('note-gone'), at: time, note }),
  fc.record({
    kind: fc.constant('member'),
    at: time,
    member: viewer,
    group: fc.constantFrom(...memberGroups),
    joinedAt: time,
    languages: fc.array(text, { maxLength: 6 }),
    country: fc.option(text, { nil: undefined }),
    interests: fc.array(text, { maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant('member-gone'), at: time, member: viewer }),
  fc.record({ kind: fc.constantFrom('follow', 'unfollow'), at: time, member: viewer, author: viewer }),
  fc.record({ kind: fc.constant('search'), at: time, viewer, vector, topics: fc.array(topic, { maxLength: 6 }) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('control'), at: time, viewer, control }) },
  fc.record({
    kind: fc.constant('promotion'),
    at: time,
    promotion: fc.string(),
    note,
    impressions: number,
    until: time,
  }),
  fc.record({
    kind: fc.constant('policy'),
    at: time,
    policy: fc
      .record({ paidShare: number, variety: number, leastQuota: number })
      .map(({ paidShare, variety, leastQuota }) => ({
        ...defaultPolicy,
        page: { ...defaultPolicy.page, paidShare, variety },
        firstPool: { ...defaultPolicy.firstPool, leastQuota },
        balance: { ...defaultPolicy.balance, isArmed: true },
      })),
  }),
  fc.record({ kind: fc.constant('tick'), at: time }),
) as fc.Arbitrary<Fact>;

const log = fc.array(fact, { maxLength: 300, size: 'max' });

function asks(viewerName: string, now: number) {
  return request({ viewer: viewerName, now, followedAuthors: ['author-1', 'author-2'], hiddenAuthors: ['author-3'] });
}

test('any facts: nothing throws, pages stand, and the same facts give the same bytes whoever asked for pages meanwhile', () => {
  fc.assert(
    fc.property(log, (facts) => {
      const asked = openTrafficEngine({ size: tiny });
      const quiet = openTrafficEngine({ size: tiny });
      for (const [index, one] of facts.entries()) {
        asked.apply(one);
        quiet.apply(one);
        if (index % 25 === 0) asked.page(asks(`viewer-${index % 90}`, NOON + index * 60_000));
      }
      const page = asked.page(asks('viewer-1', NOON + DAY));
      expect(new Set(page.slots.map(({ note: name }) => name)).size).toBe(page.slots.length);
      expect(Buffer.compare(asked.snapshot(1), quiet.snapshot(1))).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test('a snapshot and the tail of the log give what the whole log gives', () => {
  fc.assert(
    fc.property(log, fc.double({ min: 0, max: 1, noNaN: true }), (facts, part) => {
      const cut = Math.floor(facts.length * part);
      const whole = openTrafficEngine({ size: tiny });
      const first = openTrafficEngine({ size: tiny });
      for (const one of facts) whole.apply(one);
      for (const one of facts.slice(0, cut)) first.apply(one);
      const second = openTrafficEngine({ size: tiny, snapshot: first.snapshot(cut) });
      expect([second.problem, second.position]).toEqual([undefined, cut]);
      for (const one of facts.slice(cut)) second.apply(one);
      expect(Buffer.compare(second.snapshot(9), whole.snapshot(9))).toBe(0);
    }),
    { numRuns: 20 },
  );
});

test('a damaged snapshot is refused, and the engine begins empty', () => {
  const snapshot = openTown(50).snapshot(50);
  snapshot[snapshot.length >> 1] = (snapshot[snapshot.length >> 1] ?? 0) ^ 255;
  const engine = openTrafficEngine({ size: smallSize, snapshot });
  expect(engine.problem).toBe('damaged');
  expect(engine.position).toBe(0);
  expect(engine.stats().notes).toBe(0);
});

test('a snapshot moves into a larger memory and goes on', () => {
  const small = openTown(300);
  see(small, small.page(request()), NOON);
  const larger = openTrafficEngine({
    size: { ...smallSize, notes: 5_000, members: 1_000 },
    snapshot: small.snapshot(300),
  });
  expect(larger.stats().notes).toBe(300);
  const now = NOON + HOUR;
  const pages = [small, larger].map((engine) => numbersOf(engine.page(request({ now }))));
  expect(pages[1]).toEqual(pages[0]);
  for (let number = 300; number < 2_600; number += 1) larger.apply(townNote(number, NOON + HOUR));
  expect(larger.stats().notes).toBe(2_600);
});

test('the state does not grow with the log', () => {
  const engine = openTrafficEngine({ size: { notes: 200, members: 64, rates: 2 ** 8, pending: 64 } });
  const { bytes } = engine.stats();
  for (let number = 0; number < 3_000; number += 1) engine.apply(townNote(number, NOON + number * 1_000));
  expect(engine.stats().notes).toBe(200);
  expect(engine.stats().bytes).toBe(bytes);
  expect(numbersOf(engine.page(request({ now: NOON + HOUR }))).every((number) => number >= 2_800)).toBe(true);
});

test('a reader over the same memory makes the same pages, and sees what was applied a moment ago', () => {
  const engine = openTown(400, { threads: 2 });
  const reader = openTrafficReader(engine.handle, 1);
  const ask = () => request({ isPersonal: false });
  expect(numbersOf(reader.page(ask())).length).toBe(20);
  engine.apply({ kind: 'note-gone', at: NOON, note: 'note-399' });
  expect(numbersOf(reader.page(ask()))).not.toContain(399);
});
