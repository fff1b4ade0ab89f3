import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { poolPicks } from './choose-first-pool.ts';
import { HEADS, poolColumns, poolStates } from './pool-columns.ts';
import { hour, noon, type PoolsWorld, poolsWorld } from './pools-world.fixture.ts';

const ROWS = 6;

type Step =
  | { kind: 'publish'; row: number; author: number; duplicate: number; isNewcomer: boolean }
  | { kind: 'leave'; row: number }
  | { kind: 'show'; row: number; viewer: number; times: number; traffic: 'free' | 'paid' | 'interaction' }
  | { kind: 'act'; row: number; head: number; change: 1 | -1; times: number }
  | { kind: 'tick' };

const row = fc.nat({ max: ROWS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('publish' as const),
    row,
    author: fc.nat({ max: 6 }),
    duplicate: fc.nat({ max: 3 }),
    isNewcomer: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('leave' as const), row }),
  fc.record({
    kind: fc.constant('show' as const),
    row,
    viewer: fc.nat(),
    times: fc.integer({ min: 1, max: 150 }),
    traffic: fc.constantFrom('free', 'paid', 'interaction'),
  }),
  fc.record({
    kind: fc.constant('act' as const),
    row,
    head: fc.nat({ max: HEADS }),
    change: fc.constantFrom(1, -1),
    times: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ kind: fc.constant('tick' as const) }),
);
/** Steps with the time at which they happen: mostly forwards, sometimes late. */
const story = fc.array(fc.tuple(step, fc.integer({ min: -2, max: 9 })), { maxLength: 60 });

function live(steps: readonly (readonly [Step, number])[]): PoolsWorld {
  const world = poolsWorld(ROWS);
  let at = noon;
  for (const [step, hours] of steps) {
    at += hours * hour;
    take(world, step, at);
  }
  return world;
}

function take({ pools, publish }: PoolsWorld, step: Step, at: number): void {
  if (step.kind === 'publish') publish(step.row, { ...step, at });
  if (step.kind === 'leave') pools.leave(step.row);
  if (step.kind === 'tick') pools.tick(at);
  if (step.kind === 'show') {
    for (let n = 0; n < step.times; n += 1) pools.impression(step.row, step.viewer + n, step.traffic, at);
  }
  if (step.kind === 'act') for (let n = 0; n < step.times; n += 1) pools.act(step.row, step.head, step.change, at);
}

function bytesOf({ columns }: PoolsWorld): string {
  return Object.keys(poolColumns)
    .map((name) => columns[name as keyof typeof poolColumns])
    .map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('latin1'))
    .join();
}

/** Every row of every bucket, found by walking. */
function rowsInQueue({ columns }: PoolsWorld): number[] {
  const found: number[] = [];
  for (const first of columns.poolFirst) {
    for (let at = first; at !== 0; at = columns.poolNext[at - 1] as number) found.push(at - 1);
  }
  return found.sort((one, other) => one - other);
}

test('whatever happens: the queue holds the waiting notes, and what is owed is what remains', () => {
  fc.assert(
    fc.property(story, (steps) => {
      const world = live(steps);
      const { columns } = world;
      const waiting = Array.from({ length: ROWS }, (_, row) => row).filter(
        (row) => columns.poolState[row] === poolStates.waiting,
      );
      const owed = waiting.reduce((sum, row) => sum + remaining(world, row), 0);
      const forecast = world.pools.forecast(noon);
      expect(rowsInQueue(world)).toEqual(waiting);
      expect(forecast).toMatchObject({ waiting: waiting.length, owed });
      expect([...columns.poolBucketSize].reduce((sum, size) => sum + size, 0)).toBe(waiting.length);
      for (const row of waiting) expect(columns.poolTickets[row]).toBe(remaining(world, row));
    }),
    { numRuns: 60 },
  );
});

function remaining({ columns }: PoolsWorld, row: number): number {
  return (columns.poolQuota[row] as number) - (columns.poolDelivered[row] as number);
}

test('the same facts give the same bytes and the same transitions', () => {
  fc.assert(
    fc.property(story, (steps) => {
      const [one, other] = [live(steps), live(steps)];
      expect(bytesOf(one) === bytesOf(other)).toBe(true);
      expect(one.transitions).toEqual(other.transitions);
    }),
    { numRuns: 15 },
  );
});

test('pools never skip a step, and what became of a promise is told once', () => {
  const publishAll = Array.from({ length: ROWS }, (_, row): readonly [Step, number] => [
    { kind: 'publish', row, author: row, duplicate: 0, isNewcomer: row % 2 === 1 },
    0,
  ]);
  const showAll = publishAll.map((_, row): readonly [Step, number] => [
    { kind: 'show', row, viewer: 1, times: 99, traffic: 'free' },
    1,
  ]);
  fc.assert(
    fc.property(story, (steps) => {
      const lived = [...publishAll, ...showAll, ...steps.filter(([{ kind }]) => kind !== 'publish'), ...showAll];
      const { transitions } = live(lived);
      const ended = transitions.filter(({ why }) => why === 'reached' || why === 'missed').map(({ row }) => row);
      expect(new Set(ended).size).toBe(ended.length);
      for (const { from, to, why, chance, impressions, quota } of transitions) {
        expect(to - from).toBe(why === 'promoted' || why === 'reopened' ? 1 : 0);
        expect(chance >= 0 && chance <= 1 + 1e-9).toBe(true);
        expect(impressions >= quota).toBe(why !== 'missed');
      }
    }),
    { numRuns: 40 },
  );
});

test('readers end, and stay inside their rows, whatever another thread left half written', () => {
  const picks = poolPicks();
  fc.assert(
    fc.property(story, fc.nat(), (steps, seed) => {
      const world = live(steps);
      const random = seededRandom(seed);
      const { poolFirst, poolNext, poolDeadline, poolQuota, poolDelivered, poolSlotOwed } = world.columns;
      for (const column of [poolFirst, poolNext, poolDeadline, poolQuota, poolDelivered, poolSlotOwed]) {
        for (let n = 0; n < column.length; n += 1) if (random() < 0.5) column[n] = Math.floor(random() * 2 ** 32);
      }
      world.columns.poolTickets.fill(1);
      world.pools.collect(noon, 1, () => true, picks);
      expect(picks.rows.subarray(0, picks.count).every((row) => row < ROWS)).toBe(true);
      expect(picks.urgencies.subarray(0, picks.count).every(Number.isFinite)).toBe(true);
      const slots = world.pools.slotsFor({ viewer: 1, impressions: 100, firstPoolImpressions: 0 }, 20, 0.5, noon);
      expect(slots >= 0 && slots <= 4).toBe(true);
    }),
    { numRuns: 30 },
  );
});
