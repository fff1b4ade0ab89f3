import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';
import { type CandidatePool, createCandidatePool, poolLimits } from './candidate-pool.ts';

async function publish(house: TestHouse, title: string): Promise<string> {
  house.advance('60s');
  const linwan = await house.as('linwan');
  return (await linwan.call(routes.notes.publish, { body: { title, text: `${title}：${title.repeat(7)}` } })).id;
}

async function idsIn(pool: CandidatePool): Promise<string[]> {
  return (await pool.ranking()).byHash
    .values()
    .map((entry) => entry.note.id)
    .toArray()
    .sort();
}

test('loads itself when first asked, and follows what is published, changed and withdrawn', async () => {
  await using house = await openTeahouse();
  const [first, second] = [await publish(house, '红烧肉'), await publish(house, '生煎包')];
  const pool = createCandidatePool(house.teahouse.deps);
  expect(await idsIn(pool)).toEqual([first, second].sort());
  const third = await publish(house, '豆浆油条');
  await house.db.updateTable('note').set({ compliance: 'limited' }).where('id', '=', first).execute();
  await house.db.updateTable('note').set({ language: 'en' }).where('id', '=', second).execute();
  await pool.refresh();
  expect(await idsIn(pool)).toEqual([second, third].sort());
  expect((await pool.ranking()).byLanguage.get('en')?.map((entry) => entry.note.id)).toEqual([second]);
});

test('takes new counters into the order', async () => {
  await using house = await openTeahouse();
  const [older, newer] = [await publish(house, '红烧肉'), await publish(house, '生煎包')];
  const pool = createCandidatePool(house.teahouse.deps);
  expect((await pool.ranking()).leaders(1)).toEqual([newer]);
  await house.db.updateTable('note_stat').set({ likes: 40, impressions: 60 }).where('note_id', '=', older).execute();
  await pool.refresh();
  expect((await pool.ranking()).leaders(1)).toEqual([older]);
});

test('stays within its bounds, and keeps the better notes', async () => {
  await using house = await openTeahouse();
  const ids = [];
  for (const title of ['红烧肉', '生煎包', '豆浆油条', '蛋挞', '青团']) ids.push(await publish(house, title));
  const [loved = ''] = ids;
  await house.db.updateTable('note_stat').set({ likes: 90, impressions: 100 }).where('note_id', '=', loved).execute();
  const pool = createCandidatePool(house.teahouse.deps, { ...poolLimits, newest: 2, best: 1, batch: 2 });
  await pool.refresh();
  expect(await idsIn(pool)).toEqual([loved, ...ids.slice(-2)].sort());
  await publish(house, '月饼');
  await pool.refresh();
  const kept = await idsIn(pool);
  expect(kept).toHaveLength(3);
  expect(kept).toContain(loved);
});

test('copies of one text share a group, so that a page shows one of them', async () => {
  await using house = await openTeahouse();
  const text = '在上海排了两个小时的队，终于吃到了网上很火的生煎包，皮薄汁多，底部焦脆，推荐大家早上去。';
  const jake = await house.as('jake');
  await (await house.as('linwan')).call(routes.notes.publish, { body: { title: '生煎包', text } });
  await jake.call(routes.notes.publish, { body: { title: '生煎包', text } });
  await publish(house, '红烧肉');
  const pool = createCandidatePool(house.teahouse.deps);
  const entries = (await pool.ranking()).byHash.values().toArray();
  expect(new Set(entries.map((entry) => entry.note.duplicateGroup)).size).toBe(2);
});

test('a note shows in discovery as soon as its event is delivered', async () => {
  await using house = await openTeahouse();
  await house.teahouse.start();
  const priya = await house.as('priya');
  expect((await priya.call(routes.feed.discover)).items).toEqual([]);
  const id = await publish(house, '红烧肉');
  await expect
    .poll(async () => (await priya.call(routes.feed.discover)).items.map((card) => card.id), { timeout: 5_000 })
    .toEqual([id]);
});
