import { type HouseEvents, routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

type Told = Pick<HouseEvents['feed.searched'], 'viewerKey' | 'words'>;

async function openKitchen() {
  const house = await openTeahouse();
  const linwan = await house.as('linwan');
  for (const title of ['红烧肉', '红烧茄子', '红烧鱼'])
    await linwan.call(routes.notes.publish, { body: { title, text: `${title}，小火慢炖` } });
  await house.drain();
  const told: Told[] = [];
  house.teahouse.deps.events.on('feed.searched', (events) => {
    told.push(...events.map(({ viewerKey, words }) => ({ viewerKey, words })));
  });
  return { house, told, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

function search(person: Person, q: string, cursor?: string) {
  return person.call(routes.search.notes, { query: { q, limit: 1, ...(cursor ? { cursor } : {}) } });
}

async function setHistory({ db }: TestHouse, { memberId }: Person, keeps_search_history: boolean) {
  await db.updateTable('member').set({ keeps_search_history }).where('id', '=', memberId).execute();
}

test('a search that found something is told to the feeds once, however often it is looked at', async () => {
  await using kitchen = await openKitchen();
  const { house, told } = kitchen;
  const priya = await house.as('priya');
  const { nextCursor } = await search(priya, '红烧');
  await search(priya, '红烧', nextCursor);
  await search(priya, ' 红烧 ');
  await search(priya, '没有人写过这个');
  await house.drain();
  expect(told).toEqual([{ viewerKey: priya.memberId, words: '红烧' }]);
  house.advance('11m');
  await search(priya, '红烧');
  await house.drain();
  expect(told).toHaveLength(2);
});

test('visitors who are known are told of, too; the first request of nobody is not', async () => {
  await using kitchen = await openKitchen();
  const { house, told } = kitchen;
  const visitor = house.stranger();
  await search(visitor, '红烧肉');
  await house.drain();
  expect(told).toEqual([]);
  await search(visitor, '红烧鱼');
  await house.drain();
  expect(told).toEqual([{ viewerKey: expect.stringMatching(/^v-/), words: '红烧鱼' }]);
});

test('who keeps no list of searches has none that shape pages', async () => {
  await using kitchen = await openKitchen();
  const { house, told } = kitchen;
  const priya = await house.as('priya');
  await setHistory(house, priya, false);
  await search(priya, '红烧肉');
  await house.drain();
  expect(told).toEqual([]);
});

test('what was taken back can be searched for again at once', async () => {
  await using kitchen = await openKitchen();
  const { house, told } = kitchen;
  const priya = await house.as('priya');
  await search(priya, '红烧肉');
  await priya.call(routes.feedControls.forgetSearches);
  await house.drain();
  await search(priya, '红烧肉');
  await house.drain();
  expect(told.map(({ words }) => words)).toEqual(['红烧肉', '红烧肉']);
});

test('a search is answered although nobody can be told', async () => {
  await using kitchen = await openKitchen();
  const { house, told } = kitchen;
  const priya = await house.as('priya');
  await house.db.schema.alterTable('outbox').renameTo('outbox_away').execute();
  expect((await search(priya, '红烧肉')).items).toHaveLength(1);
  await house.teahouse.features.search.settle();
  await house.db.schema.alterTable('outbox_away').renameTo('outbox').execute();
  await house.drain();
  expect(told).toEqual([]);
});
