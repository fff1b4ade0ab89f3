import { expect, test } from 'vitest';
import { heads } from '../traffic/facts.ts';
import { defaultPolicy } from '../traffic/policy.ts';
import { poolPicks } from './choose-first-pool.ts';
import { hour, noon, type PoolsWorld, poolsWorld, second } from './pools-world.fixture.ts';

const like = heads.indexOf('like');
const hide = heads.indexOf('hide');

/** So many impressions by different viewers, every `every`th followed by the act. */
function show(
  { pools }: PoolsWorld,
  row: number,
  count: number,
  act?: { head: number; every: number },
  at = noon,
): void {
  for (let viewer = 1; viewer <= count; viewer += 1) {
    pools.impression(row, viewer, 'free', at);
    if (act !== undefined && viewer % act.every === 0) pools.act(row, act.head, 1, at);
  }
}

const whys = ({ transitions }: PoolsWorld) => transitions.map(({ why, from, to }) => `${why} ${from}→${to}`);

test('a note waits for its first pool, reaches it and is judged', () => {
  const world = poolsWorld();
  expect(world.publish(0)).toBe(true);
  expect(world.pools.standing(0, noon)).toMatchObject({
    state: 'waiting',
    pool: 1,
    pools: 6,
    promise: { quota: 100, delivered: 0, deadline: noon + 24 * hour },
  });
  show(world, 0, 100, { head: like, every: 2 });
  expect(whys(world)).toEqual(['reached 1→1', 'promoted 1→2']);
  expect(world.transitions[1]).toMatchObject({ row: 0, impressions: 100, quota: 100 });
  expect(world.pools.standing(0, noon)).toMatchObject({ state: 'rising', pool: 2, bound: 500, impressions: 100 });
});

test.each([
  ['nobody likes it', undefined, ['reached 1→1', 'stopped 1→1'], 0],
  ['as good as the others', { head: like, every: 7 }, ['reached 1→1'], undefined],
  ['everybody likes it', { head: like, every: 1 }, ['reached 1→1', 'promoted 1→2'], 1],
])('after the first pool: %s', (_, act, moves, admission) => {
  const world = poolsWorld();
  world.publish(0);
  show(world, 0, 100, act);
  expect(whys(world)).toEqual(moves);
  const shown = world.pools.admission(0);
  if (admission === undefined) expect(shown > 0.1 && shown < 0.7).toBe(true);
  else expect(shown).toBe(admission);
});

test('climbs to the open while it is liked, and every step is told once', () => {
  const world = poolsWorld(4, { ...defaultPolicy, ladder: { ...defaultPolicy.ladder, pools: [100, 200, 400] } });
  world.publish(0);
  show(world, 0, 500, { head: like, every: 1 });
  expect(whys(world)).toEqual(['reached 1→1', 'promoted 1→2', 'promoted 2→3', 'promoted 3→4']);
  expect(world.pools.standing(0, noon)).toMatchObject({ state: 'open', pool: 4, pools: 4, bound: undefined });
});

test('a stopped note that people find and like is opened again', () => {
  const world = poolsWorld();
  world.publish(0);
  show(world, 0, 100);
  for (let viewer = 0; viewer < 60; viewer += 1) world.pools.act(0, like, 1, noon);
  expect(whys(world)).toEqual(['reached 1→1', 'stopped 1→1', 'reopened 1→2']);
});

test('what many hide stops, what was taken back does not count', () => {
  const world = poolsWorld();
  world.publish(0);
  show(world, 0, 99, { head: like, every: 4 });
  for (let viewer = 0; viewer < 10; viewer += 1) world.pools.act(0, hide, 1, noon);
  show(world, 0, 1);
  expect(whys(world)).toContain('stopped 1→1');
  const other = poolsWorld();
  other.publish(0);
  for (const change of [1, -1, -1] as const) other.pools.act(0, like, change, noon);
  expect(other.columns.poolActs[like]).toBe(0);
});

test('a deadline that passes is told; the note goes on without a promise', () => {
  const world = poolsWorld();
  world.publish(0);
  show(world, 0, 30);
  world.pools.tick(noon + 23 * hour);
  expect(whys(world)).toEqual([]);
  world.pools.tick(noon + 25 * hour);
  expect(world.transitions).toMatchObject([{ why: 'missed', impressions: 30, quota: 100 }]);
  expect(world.pools.standing(0, noon + 25 * hour).state).toBe('rising');
  expect(world.pools.forecast(noon + 25 * hour)).toMatchObject({ waiting: 0, owed: 0, kept: 0 });
});

test('five notes of an author a day are promised, two on a first day', () => {
  const world = poolsWorld();
  const promised = (rows: number[], author: number, isFirstDay: boolean, at = noon) =>
    rows.map((row) => world.publish(row, { author, isFirstDay, at }));
  expect(promised([0, 1, 2, 3, 4, 5, 6], 9, false)).toEqual([true, true, true, true, true, false, false]);
  expect(promised([10, 11, 12], 8, true)).toEqual([true, true, false]);
  expect(promised([20], 9, false, noon + 24 * hour)).toEqual([true]);
});

test('near-duplicates share one quota, also after one of them is deleted', () => {
  const world = poolsWorld();
  expect(world.publish(0, { duplicate: 77 })).toBe(true);
  expect(world.publish(1, { duplicate: 77 })).toBe(false);
  show(world, 0, 40);
  world.pools.leave(0);
  expect(world.publish(2, { duplicate: 77 })).toBe(true);
  expect(world.columns.poolQuota[2]).toBe(60);
  show(world, 2, 60);
  expect(world.publish(3, { duplicate: 77 })).toBe(false);
  expect(world.pools.forecast(noon)).toMatchObject({ waiting: 0, owed: 0 });
});

test('the quota shrinks when there are more notes than impressions to share', () => {
  const world = poolsWorld(4_096);
  for (let row = 0; row < 2_000; row += 1) {
    const at = noon + row * 10 * second;
    world.publish(row, { at });
    for (let viewer = 0; viewer < 150; viewer += 1) world.pools.impression(4_000, viewer, 'free', at);
  }
  // 150 impressions a note, a fifth of them for first pools: none is counted, for row 4000 holds no note.
  expect(world.pools.forecast(noon + 6 * hour)).toMatchObject({ quota: 20, isBelowFull: true });
  world.publish(4_000, { at: noon + 6 * hour });
  for (let viewer = 0; viewer < 500_000; viewer += 1) world.pools.impression(4_000, viewer, 'free', noon + 6 * hour);
  const { quota, isBelowFull } = world.pools.forecast(noon + 6 * hour);
  expect(isBelowFull).toBe(true);
  expect(quota).toBeGreaterThan(40);
  expect(quota).toBeLessThan(60);
});

test('a page takes what waiting notes need, never more than four slots nor a fifth of what the viewer sees', () => {
  const world = poolsWorld();
  const slots = (impressions: number, firstPoolImpressions: number, size = 20) =>
    world.pools.slotsFor({ viewer: 1, impressions, firstPoolImpressions }, size, 0, noon);
  expect(slots(1_000, 0)).toBe(0);
  for (let row = 0; row < 10; row += 1) world.publish(row);
  expect([slots(1_000, 0), slots(1_000, 199), slots(1_000, 203), slots(1_000, 204)]).toEqual([4, 4, 1, 0]);
  expect(slots(1_000, 0, 10)).toBe(2);
  // 100,000 impressions a quarter of an hour against 1,000 owed within four hours: nearly nothing is needed.
  world.publish(20);
  for (let viewer = 0; viewer < 100_000; viewer += 1) world.pools.impression(20, viewer, 'free', noon);
  expect(slots(1_000, 0)).toBe(0);
});

test('the most urgent come first; what this viewer may not see and what is handed out is passed over', () => {
  const world = poolsWorld();
  const picks = poolPicks(3);
  const rows = (accepts = (_: number) => true, newcomerUrgency = 1) => {
    world.pools.collect(noon + 12 * hour, newcomerUrgency, accepts, picks);
    return [...picks.rows.subarray(0, picks.count)];
  };
  expect(rows()).toEqual([]);
  for (const [row, at] of [
    [1, 1],
    [2, 4],
    [0, 7],
    [3, 10],
  ] as const) {
    world.publish(row, { at: noon + at * hour, isNewcomer: row === 3 });
  }
  expect(rows()).toEqual([1, 2, 0]);
  show(world, 1, 90);
  expect(rows()).toEqual([2, 0, 3]);
  expect(rows((row) => row !== 2)).toEqual([0, 3, 1]);
  expect(rows(undefined, 3)).toEqual([3, 2, 0]);
  world.columns.poolTickets[2] = 0;
  expect(rows()).toEqual([0, 3, 1]);
});
