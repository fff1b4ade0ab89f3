import { expect, test } from 'vitest';
import { defaultPolicy } from './policy.ts';
import { HOUR, joins, NOON, numbersOf, openTown, request, see, townNote } from './town.fixture.ts';
import type { TrafficEngine } from './traffic-engine.ts';

/** So many pages by viewers in turn over an hour, all of them seen. */
function anHourOfReading(engine: TrafficEngine, pages: number, start: number): void {
  for (let page = 0; page < pages; page += 1) {
    const viewer = `reader-${page % 150}`;
    const now = start + Math.floor((page * HOUR) / pages);
    see(engine, engine.page(request({ viewer, now })), now, viewer);
  }
}

test('every compliant note is met: each has its first audience within the day, and its author can read so', () => {
  const engine = openTown(200);
  for (const member of Array.from({ length: 150 }, (_, reader) => `reader-${reader}`)) engine.apply(joins(member));
  // Steady readers come first, so that the house knows what it can promise.
  for (let hour = 0; hour < 4; hour += 1) anHourOfReading(engine, 100, NOON + hour * HOUR);
  for (let number = 1_000; number < 1_012; number += 1) {
    engine.apply(townNote(number, NOON + 4 * HOUR, { author: `stranger-${number}` }));
  }
  for (let hour = 4; hour < 27; hour += 1) anHourOfReading(engine, 100, NOON + hour * HOUR);
  const events = engine.drainLadder();
  for (let number = 1_000; number < 1_012; number += 1) {
    const reached = events.find(({ note, why }) => note === `note-${number}` && why === 'reached');
    expect(reached, `note-${number}`).toMatchObject({ from: 1 });
    expect((reached?.at ?? 0) - (NOON + 4 * HOUR)).toBeLessThanOrEqual(24 * HOUR);
    expect(engine.standingOf(`note-${number}`)?.impressions).toBeGreaterThanOrEqual(20);
  }
  expect(engine.drainLadder()).toEqual([]);
});

test('at most four of twenty slots go to a first audience, each of them says so', () => {
  const engine = openTown(600);
  for (let page = 0; page < 30; page += 1) {
    const { slots } = engine.page(request({ viewer: `reader-${page}`, now: NOON + page * 1_000 }));
    const first = slots.filter(({ reasons }) => reasons[0]?.code === 'first-audience');
    expect(first.length).toBeLessThanOrEqual(4);
    for (const { pool, traffic } of first) expect([pool, traffic]).toEqual([1, 'free']);
  }
});

test('what is paid for is at most the paid share, says so, and ends when it is used up', () => {
  const engine = openTown(600);
  const policy = { ...defaultPolicy, version: 2, page: { ...defaultPolicy.page, paidShare: 0.1 } };
  engine.apply({ kind: 'policy', at: NOON, policy });
  for (let number = 0; number < 5; number += 1) {
    const until = NOON + HOUR;
    engine.apply({
      kind: 'promotion',
      at: NOON,
      promotion: `paid-${number}`,
      note: `note-${500 + number}`,
      impressions: 2,
      until,
    });
  }
  const paid = (viewer: string, now: number) =>
    engine.page(request({ viewer, now })).slots.filter(({ traffic }) => traffic === 'paid');
  const slots = paid('reader', NOON + 1_000);
  expect(slots).toHaveLength(2);
  for (const { reasons, promotion } of slots) {
    expect(reasons[0]?.code).toBe('promoted');
    expect(promotion).toMatch(/^paid-\d$/);
  }
  for (let reader = 0; reader < 12; reader += 1) {
    const viewer = `reader-${reader}`;
    const now = NOON + 2_000 + reader;
    for (const { note, promotion } of paid(viewer, now)) {
      const seen = {
        kind: 'impression',
        at: now,
        viewer,
        note,
        surface: 'discover',
        traffic: 'paid',
        reason: 'promoted',
      } as const;
      engine.apply({ ...seen, pool: 1, slot: 3, propensity: 1, promotion });
    }
  }
  expect(paid('late-reader', NOON + 3_000)).toEqual([]);
});

test('a promotion that is over, and any promotion without a paid share, stands nowhere', () => {
  const engine = openTown(600);
  engine.apply({
    kind: 'promotion',
    at: NOON,
    promotion: 'paid',
    note: 'note-500',
    impressions: 9,
    until: NOON + HOUR,
  });
  const traffics = (now: number) => engine.page(request({ now })).slots.map(({ traffic }) => traffic);
  expect(traffics(NOON)).not.toContain('paid');
  const policy = { ...defaultPolicy, version: 2, page: { ...defaultPolicy.page, paidShare: 0.1 } };
  engine.apply({ kind: 'policy', at: NOON, policy });
  expect(traffics(NOON)).toContain('paid');
  expect(traffics(NOON + 2 * HOUR)).not.toContain('paid');
});

test('a note on a page says where it stands in its pools', () => {
  const engine = openTown(100);
  const numbers = numbersOf(engine.page(request()));
  expect(numbers.every((number) => engine.standingOf(`note-${number}`)?.pool === 1)).toBe(true);
  expect(engine.standingOf('nobody')).toBeUndefined();
});
