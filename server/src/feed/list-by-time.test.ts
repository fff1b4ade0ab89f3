import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

async function publish(house: TestHouse, author: Person, title: string): Promise<string> {
  house.advance('60s');
  return (await author.call(routes.notes.publish, { body: { title } })).id;
}

test('newest holds every listed note once, newest first, page by page', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const ids: string[] = [];
  for (const number of [1, 2, 3, 4, 5]) ids.unshift(await publish(house, linwan, `第 ${number} 篇`));
  const first = await house.stranger().call(routes.feed.newest, { query: { limit: 2 } });
  const visitor = house.stranger();
  const met: string[] = [];
  for (let cursor = first.nextCursor; cursor; ) {
    const page = await visitor.call(routes.feed.newest, { query: { limit: 2, cursor } });
    met.push(...page.items.map((card) => card.id));
    cursor = page.nextCursor;
  }
  expect([...first.items.map((card) => card.id), ...met]).toEqual(ids);
  expect(first.items[0]?.token).toBeTypeOf('string');
});

test('a page that rules emptied is filled from further back', async () => {
  await using house = await openTeahouse();
  const [linwan, mia, priya] = [await house.as('linwan'), await house.as('mia'), await house.as('priya')];
  const wanted = [await publish(house, linwan, '一'), await publish(house, linwan, '二')];
  for (const title of ['a', 'b', 'c']) await publish(house, mia, title);
  await priya.call(routes.follows.mute, { params: { handle: mia.handle } });
  const page = await priya.call(routes.feed.newest, { query: { limit: 2 } });
  expect(page.items.map((card) => card.id)).toEqual(wanted.toReversed());
});

test('following holds notes of those I follow and of nobody else', async () => {
  await using house = await openTeahouse();
  const [linwan, mia, priya] = [await house.as('linwan'), await house.as('mia'), await house.as('priya')];
  const older = await publish(house, linwan, '一');
  await publish(house, mia, 'not followed');
  const newer = await publish(house, linwan, '二');
  expect((await priya.call(routes.feed.following)).items).toEqual([]);
  await priya.call(routes.follows.follow, { params: { handle: linwan.handle } });
  const first = await priya.call(routes.feed.following, { query: { limit: 1 } });
  const second = await priya.call(routes.feed.following, { query: { limit: 1, cursor: first.nextCursor ?? '' } });
  expect([first.items[0]?.id, second.items[0]?.id, second.nextCursor]).toEqual([newer, older, undefined]);
  expect((await house.stranger().refused(routes.feed.following)).status).toBe(401);
});
