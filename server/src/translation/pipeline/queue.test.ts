import { expect, test } from 'vitest';
import { scriptedEngine } from '../../../test/pipeline-house.ts';
import type { Urgency } from '../translator.ts';
import { createBreaker } from './breaker.ts';
import { createQueue, type QueueItem, type QueueOptions } from './queue.ts';
import type { EngineLine } from './router.ts';

interface Item extends QueueItem {
  name: string;
}

/** A queue before one engine that translates a batch when the test says so. */
function opened({
  batchMax = 1,
  slots = 1,
  ...options
}: Partial<QueueOptions<Item>> & { batchMax?: number; slots?: number }) {
  const engine = scriptedEngine({ capabilities: { batchMax } });
  const line: EngineLine = { engine, breaker: createBreaker({ now: () => 0 }), slots, limitMilliseconds: 1_000 };
  const batches: string[][] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const arrivals: (() => void)[] = [];
  const queue = createQueue<Item>({
    gatherMilliseconds: 0,
    refuse: ({ name }) => refused.push(name),
    async run(batch) {
      batches.push(batch.map(({ name }) => name));
      arrivals.shift()?.();
      await new Promise<void>((resolve) => ends.push(resolve));
    },
    ...options,
  });
  const add = (name: string, urgency: Urgency = 'now', askedBy = 'mei', lane = 'en>zh') => {
    const item: Item = { name, urgency, askedBy, lane, line };
    queue.add(item);
    return item;
  };
  /** Until `count` further batches have begun. */
  const begun = (count = 1) =>
    Promise.all(Array.from({ length: count }, () => new Promise<void>((resolve) => arrivals.push(resolve))));
  const endOne = () => ends.shift()?.();
  const playOut = async (count: number) => {
    for (let batch = 0; batch < count; batch += 1) {
      const next = begun();
      endOne();
      await next;
    }
  };
  return { queue, add, begun, endOne, playOut, batches, refused, line };
}

test('what comes together travels together, within one pair and up to the size of a batch', async () => {
  const { add, begun, playOut, batches } = opened({ batchMax: 2 });
  for (const name of ['a', 'b', 'c']) add(name);
  add('x', 'now', 'mei', 'ja>zh');
  await begun();
  await playOut(2);
  expect(batches).toEqual([['a', 'b'], ['c'], ['x']]);
});

test('what is on a screen goes before what will be, and that before what may be', async () => {
  const { add, begun, playOut, batches } = opened({});
  add('later', 'later');
  add('next', 'next');
  add('now', 'now');
  await begun();
  await playOut(2);
  expect(batches.flat()).toEqual(['now', 'next', 'later']);
});

test('askers take turns: one comment waits for no page of another reader', async () => {
  const { add, begun, playOut, batches } = opened({});
  for (const name of ['a1', 'a2', 'a3', 'a4']) add(name, 'now', 'ana');
  for (const name of ['b1', 'b2']) add(name, 'now', 'ben');
  await begun();
  await playOut(5);
  expect(batches.flat()).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'a4']);
});

test('what somebody had prefetched costs them no turn on their screen', async () => {
  const { add, begun, playOut, batches } = opened({});
  for (const name of ['a1', 'a2', 'a3']) add(name, 'later', 'ana');
  add('b', 'now', 'ben');
  add('a', 'now', 'ana');
  await begun();
  await playOut(1);
  expect(batches.flat()).toEqual(['b', 'a']);
});

test('an urgent request lifts what waits already', async () => {
  const { queue, add, begun, playOut, batches } = opened({});
  add('first', 'next');
  const waiting = add('wanted', 'later');
  waiting.urgency = 'now';
  queue.promote(waiting);
  await begun();
  await playOut(1);
  expect(batches.flat()).toEqual(['wanted', 'first']);
});

test('the queue is bounded: the oldest backfill goes first, then newcomers that are no more urgent', async () => {
  const { queue, add, refused } = opened({ mostWaiting: 3 });
  for (const name of ['l1', 'l2']) add(name, 'later');
  add('n1', 'next');
  add('l3', 'later');
  add('now', 'now');
  add('n2', 'next');
  add('n3', 'next');
  expect(refused).toEqual(['l1', 'l2', 'l3', 'n3']);
  expect(queue.state()).toMatchObject({ waiting: 3, dropped: 4 });
});

test('a surge sheds backfill, then prefetch, also what waits already; screens are served', async () => {
  const shed = new Set<Urgency>();
  const { add, begun, playOut, batches, refused } = opened({ sheds: (urgency) => shed.has(urgency) });
  for (const [name, urgency] of [
    ['l', 'later'],
    ['n', 'next'],
    ['a', 'now'],
    ['b', 'now'],
  ] as const)
    add(name, urgency);
  await begun();
  shed.add('later').add('next');
  await playOut(1);
  add('n2', 'next');
  expect(batches.flat()).toEqual(['a', 'b']);
  expect(refused).toEqual(['l', 'n', 'n2']);
});

test('no more calls at a time than the engine has slots', async () => {
  const { queue, add, begun, endOne, batches } = opened({ slots: 2 });
  for (const name of ['a', 'b', 'c']) add(name);
  await begun(2);
  expect(queue.state()).toMatchObject({ waiting: 1, running: 2 });
  const third = begun();
  endOne();
  await third;
  expect(batches.flat()).toEqual(['a', 'b', 'c']);
});

test('who left is not served, and is counted', async () => {
  const { queue, add, begun, batches } = opened({});
  const left = add('left');
  add('stays');
  expect(queue.drop(left)).toBe(true);
  expect(queue.drop(left)).toBe(false);
  await begun();
  expect(batches).toEqual([['stays']]);
  expect(queue.state().dropped).toBe(1);
});

test('a stopped queue refuses what waits and what comes', async () => {
  const { queue, add, refused } = opened({});
  add('a');
  queue.stop();
  add('b');
  expect(refused).toEqual(['a', 'b']);
});

test('in a full queue whoever asks for very much makes room for others, and not the other way round', async () => {
  const { add, begun, playOut, batches, refused } = opened({ mostWaiting: 4 });
  for (const name of ['m1', 'm2', 'm3', 'm4', 'm5']) add(name, 'now', 'mei');
  expect(refused).toEqual(['m5']);
  add('j1', 'now', 'jake');
  add('p1', 'now', 'priya');
  expect(refused).toEqual(['m5', 'm4', 'm3']);
  add('m6', 'now', 'mei');
  expect(refused).toEqual(['m5', 'm4', 'm3', 'm6']);
  await begun();
  await playOut(3);
  expect(batches.flat()).toEqual(['m1', 'j1', 'p1', 'm2']);
});
