import { routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

type Words = { title: string; text?: string; topics?: string[] };

async function publish(house: TestHouse, author: 'linwan' | 'mia', body: Words): Promise<string> {
  house.advance('60s');
  return (await (await house.as(author)).call(routes.notes.publish, { body })).id;
}

async function found(person: Person, q: string): Promise<string[]> {
  return (await person.call(routes.search.notes, { query: { q } })).items.map((card) => card.id);
}

describe('searching notes', () => {
  test('finds words of title, text and topics, whoever asks', async () => {
    await using house = await openTeahouse();
    const pork = await publish(house, 'linwan', { title: '外婆的红烧肉', text: '小火慢炖一个小时，放冰糖。' });
    const cat = await publish(house, 'mia', { title: 'Paying my cat tax', text: 'This is Biscuit.', topics: ['猫税'] });
    const priya = await house.as('priya');
    expect(await found(priya, '红烧肉')).toEqual([pork]);
    expect(await found(priya, '冰糖')).toEqual([pork]);
    expect(await found(house.stranger(), 'cats')).toEqual([cat]);
    expect(await found(house.stranger(), '猫税')).toEqual([cat]);
    expect(await found(priya, '没有人写过这个')).toEqual([]);
    const page = await priya.call(routes.search.notes, { query: { q: '红烧肉' } });
    expect(page.items[0]?.token).toBeTypeOf('string');
  });

  test('H7 full width, traditional and mixed spellings find the same', async () => {
    await using house = await openTeahouse();
    const id = await publish(house, 'linwan', { title: 'TikTok 难民在台湾吃面', text: '' });
    for (const q of ['tiktok', 'ＴＩＫＴＯＫ', '台湾', '臺灣', 'tiktok難民', '臺灣吃麵'])
      expect([q, await found(house.stranger(), q)]).toEqual([q, [id]]);
  });

  test('an edited note is found by its new words only', async () => {
    await using house = await openTeahouse();
    const id = await publish(house, 'linwan', { title: '豆浆油条' });
    await (await house.as('linwan')).call(routes.notes.edit, { params: { noteId: id }, body: { title: '生煎包' } });
    expect([await found(house.stranger(), '豆浆'), await found(house.stranger(), '生煎')]).toEqual([[], [id]]);
  });

  test('when nothing has all the words, most of them are enough', async () => {
    await using house = await openTeahouse();
    const id = await publish(house, 'linwan', { title: '上海早餐地图', text: '生煎和豆浆' });
    await publish(house, 'mia', { title: 'Breakfast in Ohio' });
    expect(await found(house.stranger(), '上海早餐攻略')).toEqual([id]);
  });

  test('words in the title and likes lift a note; pages follow one order, each note once', async () => {
    await using house = await openTeahouse();
    const inText = await publish(house, 'linwan', { title: '周末', text: '做了蛋挞' });
    const liked = await publish(house, 'linwan', { title: '烤蛋挞' });
    const plain = await publish(house, 'linwan', { title: '买蛋挞' });
    for (const name of ['priya', 'mia', 'jake'] as const)
      await (await house.as(name)).call(routes.reactions.like, { params: { noteId: liked } });
    const visitor = house.stranger();
    const met: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await visitor.call(routes.search.notes, {
        query: { q: '蛋挞', limit: 1, ...(cursor ? { cursor } : {}) },
      });
      met.push(...page.items.map((card) => card.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(met).toEqual([liked, plain, inText]);
  });

  test('H6 what is held, limited, removed, deleted, blocked or of a closed account is never found', async () => {
    await using house = await openTeahouse();
    const ids = [];
    for (const number of [1, 2, 3, 4, 5]) ids.push(await publish(house, 'linwan', { title: `月饼 ${number}` }));
    const [held = '', limited = '', removed = '', deleted = '', open = ''] = ids;
    const others = await publish(house, 'mia', { title: 'A 月饼 for me' });
    for (const [id, compliance] of [
      [held, 'held'],
      [limited, 'limited'],
      [removed, 'removed'],
    ] as const) {
      await house.db.updateTable('note').set({ compliance }).where('id', '=', id).execute();
      house.teahouse.features.readers.notes.invalidate(id);
    }
    const linwan = await house.as('linwan');
    await linwan.call(routes.notes.delete, { params: { noteId: deleted } });
    const priya = await house.as('priya');
    expect(new Set(await found(priya, '月饼'))).toEqual(new Set([open, others]));
    expect(await found(linwan, '月饼')).not.toContain(held);
    await priya.call(routes.follows.block, { params: { handle: linwan.handle } });
    expect(await found(priya, '月饼')).toEqual([others]);
    await house.db.updateTable('member').set({ state: 'suspended' }).where('handle', '=', 'mia').execute();
    house.teahouse.features.readers.members.invalidate((await house.as('mia')).memberId);
    expect(await found(priya, '月饼')).toEqual([]);
    expect((await priya.call(routes.search.people, { query: { q: 'mia' } })).items).toEqual([]);
  });

  test('a note withdrawn a moment after a search is gone from its repetition', async () => {
    await using house = await openTeahouse();
    const id = await publish(house, 'linwan', { title: '青团' });
    expect(await found(house.stranger(), '青团')).toEqual([id]);
    await (await house.as('linwan')).call(routes.notes.delete, { params: { noteId: id } });
    expect(await found(house.stranger(), '青团')).toEqual([]);
  });

  test('the index can be rebuilt from the notes', async () => {
    await using house = await openTeahouse();
    const id = await publish(house, 'linwan', { title: '龙井虾仁', topics: ['杭帮菜'] });
    await house.db.deleteFrom('note_search').execute();
    expect(await house.teahouse.features.search.rebuild()).toBe(1);
    expect([await found(house.stranger(), '龙井'), await found(house.stranger(), '杭帮菜')]).toEqual([[id], [id]]);
  });
});

const oddQueries = [
  ['H1 quotes and wildcards', `'"%_\\`],
  ['H1 tsquery operators', '& | ! <-> :* ( )'],
  ['H1 operators around a word', `猫 & !狗 | 'x':* <-> \\`],
  ['H1 end of a literal', "'); drop table note; --"],
  ['H3 stop words', '的 我们 the of'],
  ['H3 emoji', '😂🐱'],
  ['H3 one Han character', '猫'],
  ['H3 one letter', 'a'],
  ['H4 regular expression', '(a+)+$'],
  ['100 characters', '猫'.repeat(100)],
] as const;

test('literal and quick: '.concat(oddQueries.map(([name]) => name).join(', ')), async () => {
  await using house = await openTeahouse();
  await publish(house, 'linwan', { title: '猫' });
  for (const [name, q] of oddQueries) {
    const started = performance.now();
    for (const route of [routes.search.notes, routes.search.people, routes.search.topics])
      await house.stranger().call(route, { query: { q } });
    expect([name, performance.now() - started < 2_000]).toEqual([name, true]);
  }
  expect(await found(house.stranger(), '猫')).toHaveLength(1);
});

test('refused: H2 a query of 10 kB, H5 page 1e9, no query, a forged cursor, malformed text', async () => {
  await using house = await openTeahouse();
  const urls = [
    `/api/search/notes?q=${'a'.repeat(10_000)}`,
    '/api/search/notes?q=cat&cursor=1000000000',
    '/api/search/notes?q=cat&limit=0',
    '/api/search/notes',
    '/api/search/notes?q=%20',
    `/api/search/people?q=${'a'.repeat(101)}`,
    `/api/search/suggestions?prefix=${'a'.repeat(101)}`,
  ];
  const answers = [];
  for (const url of urls) answers.push([url, (await house.stranger().send({ method: 'GET', url })).status]);
  expect(answers).toEqual(urls.map((url) => [url, 400]));
});

describe('people and topics', () => {
  test('people are found by handle and by part of a name, never those who block', async () => {
    await using house = await openTeahouse();
    const [linwan, priya] = [await house.as('linwan'), await house.as('priya')];
    await house.as('jake');
    const people = async (q: string) =>
      (await priya.call(routes.search.people, { query: { q } })).items.map((person) => person.handle);
    expect([await people('LINW'), await people('@linwan'), await people('林'), await people('from ohio')]).toEqual([
      ['linwan'],
      ['linwan'],
      ['linwan'],
      ['jake'],
    ]);
    expect(await people('%')).toEqual([]);
    await linwan.call(routes.follows.block, { params: { handle: priya.handle } });
    expect(await people('linwan')).toEqual([]);
  });

  test('topics are found by their beginning and by a part', async () => {
    await using house = await openTeahouse();
    await publish(house, 'linwan', { title: '一', topics: ['上海早餐地图', '早餐'] });
    const topics = async (q: string) =>
      (await house.stranger().call(routes.search.topics, { query: { q } })).items.map((topic) => topic.name);
    expect([await topics('早餐'), await topics('早餐地图')]).toEqual([['早餐'], ['上海早餐地图']]);
  });
});

describe('history and suggestions', () => {
  test('my searches are kept for me, can be forgotten one by one or all, and switched off', async () => {
    await using house = await openTeahouse();
    await publish(house, 'linwan', { title: '红烧肉 豆浆 油条' });
    const priya = await house.as('priya');
    const recent = async (prefix = '') => (await priya.call(routes.search.suggest, { query: { prefix } })).recent;
    for (const q of ['红烧肉', '豆浆', '油条', '豆浆 ']) {
      house.advance('90s');
      await found(priya, q);
    }
    expect(await recent()).toEqual(['豆浆', '油条', '红烧肉']);
    expect(await recent('红')).toEqual(['红烧肉']);
    await priya.call(routes.search.clearHistory, { query: { q: '豆浆' } });
    expect(await recent()).toEqual(['油条', '红烧肉']);
    await priya.call(routes.search.clearHistory);
    expect(await recent()).toEqual([]);
    await house.db
      .updateTable('member')
      .set({ keeps_search_history: false })
      .where('id', '=', priya.memberId)
      .execute();
    house.advance('90s');
    await found(priya, '红烧肉');
    expect(await recent()).toEqual([]);
    expect(await (await house.as('jake')).call(routes.search.suggest)).toEqual({ recent: [], suggestions: [] });
  });

  test('a search is suggested to others once three members made it, however often one repeats it', async () => {
    await using house = await openTeahouse();
    await publish(house, 'linwan', { title: '生煎包' });
    const visitor = house.stranger();
    const suggestions = async (prefix: string) =>
      (await visitor.call(routes.search.suggest, { query: { prefix } })).suggestions;
    const priya = await house.as('priya');
    for (let number = 0; number < 4; number += 1) {
      house.advance('90s');
      await found(priya, '生煎包');
      await priya.call(routes.search.clearHistory);
    }
    await found(await house.as('mia'), '生煎包');
    expect(await suggestions('生')).toEqual([]);
    await found(await house.as('jake'), '生煎包');
    expect([await suggestions('生'), await suggestions('')]).toEqual([['生煎包'], ['生煎包']]);
    const day = await house.db.selectFrom('search_day').select(['searches', 'members']).executeTakeFirst();
    expect(day).toEqual({ searches: 6, members: 3 });
    expect(await suggestions('%')).toEqual([]);
  });
});
