import { routes } from '@teahouse/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const settings = { ranking: 'engine', threads: 1, pageMilliseconds: 5_000 } as const;
const size = { notes: 500, members: 200, rates: 2 ** 12 };
let house: TestHouse;
let priya: Person;

beforeAll(async () => {
  house = await openTeahouse({ traffic: settings }, { traffic: { size } });
  priya = await house.as('priya');
  await publish(30);
  await house.teahouse.features.traffic.start();
});
beforeEach(() => house.teahouse.features.traffic.replica.whenReady());
afterAll(() => house[Symbol.asyncDispose]());

async function publish(count: number): Promise<string[]> {
  const authors = await Promise.all((['linwan', 'mia', 'jake', 'hana'] as const).map((name) => house.as(name)));
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const body = {
      title: `${number} 号红烧肉`,
      text: `第 ${number} 天：${'茶酒饭菜'.repeat(1 + (number % 5))} ${number * 7919}`,
    };
    const author = authors[number % authors.length] as Person;
    ids.push((await author.call(routes.notes.publish, { body })).id);
  }
  await house.drain();
  return ids;
}

async function pages(person: Person, limit: number): Promise<string[][]> {
  const met: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await person.call(routes.feed.discover, { query: { limit, ...(cursor ? { cursor } : {}) } });
    met.push(page.items.map((card) => card.id));
    cursor = page.nextCursor;
  } while (cursor);
  return met;
}

async function pagesBy(ranking: 'engine' | 'interim'): Promise<number> {
  const { values } = await house.teahouse.deps.metrics.feedPages.get();
  return values.find(({ labels }) => labels.ranking === ranking)?.value ?? 0;
}

test('pages come from the engine, with the story of each slot in its token', async () => {
  const before = await pagesBy('engine');
  const { items } = await priya.call(routes.feed.discover);
  expect(await pagesBy('engine')).toBe(before + 1);
  expect(items).toHaveLength(20);
  const firsts = [];
  for (const { token = '' } of items) {
    const why = await priya.call(routes.feed.why, { query: { token } });
    expect(why.reasons.length).toBeGreaterThan(0);
    if (why.reasons[0]?.code === 'first-audience') firsts.push(why);
  }
  expect(firsts.length).toBeGreaterThan(0);
  expect(firsts.length).toBeLessThanOrEqual(4);
});

test('leafing to the end shows every note once', async () => {
  const met = (await pages(priya, 8)).flat();
  expect(new Set(met).size).toBe(met.length);
  expect(met).toHaveLength(30);
});

test('what was withdrawn a moment ago stands on no page, and its place is taken', async () => {
  const [id = ''] = await publish(1);
  const linwan = await house.as('linwan');
  await linwan.call(routes.notes.delete, { params: { noteId: id } });
  const met = (await pages(priya, 10)).flat();
  expect(met).not.toContain(id);
  expect(met).toHaveLength(30);
});

test('seen notes come again only when nothing else is left', async () => {
  const jake = await house.as('jake');
  const first = await jake.call(routes.feed.discover, { query: { limit: 10 } });
  const events = first.items.map((card) => ({ kind: 'impression' as const, token: card.token ?? '' }));
  await jake.call(routes.feed.events, { body: { events } });
  await house.drain();
  const seen = new Set<string>(first.items.map((card) => card.id));
  const met = (await pages(jake, 10)).flat();
  const fresh = met.length - seen.size;
  expect(met.slice(0, fresh).filter((id) => seen.has(id))).toEqual([]);
  expect(new Set(met.slice(fresh))).toEqual(seen);
});

test('while the engine is away the interim ranking serves, and goes on with the same walk', async () => {
  const { replica } = house.teahouse.features.traffic;
  const first = await priya.call(routes.feed.discover, { query: { limit: 10 } });
  await replica.reopen();
  await expect.poll(() => replica.open).toBeUndefined();
  const before = await pagesBy('interim');
  const cursor = first.nextCursor ?? '';
  const second = await priya.call(routes.feed.discover, { query: { limit: 10, cursor } });
  expect(await pagesBy('interim')).toBe(before + 1);
  const shown = new Set(first.items.map((card) => card.id));
  expect(second.items).toHaveLength(10);
  expect(second.items.filter((card) => shown.has(card.id))).toEqual([]);
});
