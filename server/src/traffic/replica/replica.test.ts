import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { startThread, type Thread } from './thread.ts';

const small = { notes: 500, members: 200, rates: 2 ** 12 };
const order = {
  viewer: 'anna',
  now: Date.parse('2025-01-14T06:00:00Z'),
  size: 20,
  languages: ['zh'],
  followedAuthors: [],
  hiddenAuthors: [],
  shown: [],
  isPersonal: true,
};

function openHouse(traffic: NonNullable<Parameters<typeof openTeahouse>[1]>['traffic'] = {}): Promise<TestHouse> {
  const settings = { ranking: 'engine', threads: 1, pageMilliseconds: 5_000 } as const;
  return openTeahouse({ traffic: settings }, { traffic: { size: small, ...traffic } });
}

async function publish(house: TestHouse, count: number, from = 0): Promise<void> {
  const linwan = await house.as('linwan');
  for (let number = from; number < from + count; number += 1)
    await linwan.call(routes.notes.publish, {
      body: { title: `${number} 号茶`, text: `第 ${number * 7919} 回：${'茶酒饭菜汤面'.repeat(1 + (number % 3))}` },
    });
  await house.drain();
}

async function startEngine(house: TestHouse): Promise<void> {
  await house.teahouse.features.traffic.start();
  await house.teahouse.features.traffic.replica.whenReady();
}

async function pageOf(house: TestHouse, seed: string): Promise<string[] | undefined> {
  const answer = await house.teahouse.features.traffic.replica.page({ ...order, seed });
  return answer?.page.slots.map(({ note }) => note);
}

async function bytesOf(house: TestHouse): Promise<Buffer> {
  const { open } = house.teahouse.features.traffic.replica;
  return Buffer.from((await open?.threads.writer.ask('snapshot', { position: 0 })) ?? []);
}

test('without an engine nothing is answered; with one, what was there before and what came after', async () => {
  await using house = await openHouse();
  await publish(house, 12);
  expect(await pageOf(house, 'a')).toBeUndefined();
  await startEngine(house);
  expect(await pageOf(house, 'a')).toHaveLength(12);
  await publish(house, 3, 12);
  expect(await pageOf(house, 'a')).toHaveLength(15);
});

test('two processes that followed the same log have the same bytes, and make the same pages of the same seed', async () => {
  await using house = await openHouse();
  await publish(house, 10);
  await startEngine(house);
  const second = await house.secondProcess();
  await startEngine(second);
  await publish(house, 5, 10);
  const mia = await house.as('mia');
  for (const noteId of (await pageOf(house, 'b')) ?? []) await mia.call(routes.reactions.like, { params: { noteId } });
  await house.drain();
  await second.teahouse.features.traffic.settle();
  expect((await bytesOf(second)).equals(await bytesOf(house))).toBe(true);
  expect(await pageOf(second, 'c')).toEqual(await pageOf(house, 'c'));
});

test('a thread that ends is opened again, from the last snapshot and the log after it', async () => {
  const threads: Thread[] = [];
  await using house = await openHouse({
    startThread: (name) => {
      const thread = startThread(name);
      threads.push(thread);
      return thread;
    },
  });
  await publish(house, 8);
  await startEngine(house);
  await publish(house, 4, 8);
  const before = [await pageOf(house, 'd'), await bytesOf(house)] as const;
  await threads[0]?.end();
  const { replica } = house.teahouse.features.traffic;
  await expect.poll(() => replica.open).toBeUndefined();
  expect(await pageOf(house, 'd')).toBeUndefined();
  await replica.whenReady();
  expect(await pageOf(house, 'd')).toEqual(before[0]);
  expect((await bytesOf(house)).equals(before[1])).toBe(true);
  expect(await house.db.selectFrom('traffic_snapshot').select('position').execute()).toHaveLength(1);
});

test('a snapshot that cannot be read gives way to an older one, and none at all to the tables', async () => {
  await using house = await openHouse();
  await publish(house, 6);
  await startEngine(house);
  const { replica } = house.teahouse.features.traffic;
  for (let round = 0; round < 3; round += 1) {
    house.advance('2m');
    await publish(house, 1, 6 + round);
    expect(await replica.snapshot()).toBeDefined();
  }
  const rows = await house.db.selectFrom('traffic_snapshot').selectAll().orderBy('position', 'desc').execute();
  // The two newest, and the first of the day.
  expect(rows).toHaveLength(3);
  await house.teahouse.deps.blobs.put(rows[0]?.blob_key ?? '', Buffer.from('no snapshot'));
  await replica.reopen();
  await expect.poll(() => replica.open).toBeUndefined();
  await replica.whenReady();
  expect(await pageOf(house, 'e')).toHaveLength(9);
  await house.teahouse.deps.blobs.deleteAll('traffic/');
  await replica.reopen();
  await expect.poll(() => replica.open).toBeUndefined();
  await replica.whenReady();
  expect(await pageOf(house, 'e')).toHaveLength(9);
});

test('whoever waits to be caught up meets what was just committed', async () => {
  await using house = await openHouse();
  await startEngine(house);
  const linwan = await house.as('linwan');
  await linwan.call(routes.notes.publish, { body: { title: '龙井', text: '明前茶' } });
  await house.teahouse.features.traffic.caughtUp(5_000);
  expect(await pageOf(house, 'f')).toHaveLength(1);
});
