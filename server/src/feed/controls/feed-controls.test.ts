import { type HouseEvents, type NoteId, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../../test/harness.ts';

const { get, change, setTopic, restore, undoRestore, reset, forgetSearches } = routes.feedControls;

/** What the engine is told from now on. */
function listen(house: TestHouse): HouseEvents['feed.controlled']['control'][] {
  const told: HouseEvents['feed.controlled']['control'][] = [];
  house.teahouse.deps.events.on('feed.controlled', (events) => {
    told.push(...events.map(({ control }) => control));
  });
  return told;
}

async function publish(person: Person, title: string, topics: string[] = []): Promise<NoteId> {
  return (await person.call(routes.notes.publish, { body: { title, text: title, topics } })).id;
}

/** A day on which somebody leafs through discovery and opens the first note. */
async function spendDay(house: TestHouse, person: Person): Promise<void> {
  const { items } = await person.call(routes.feed.discover);
  const impressions = items.map(({ token = '' }) => ({ kind: 'impression' as const, token }));
  const opened = items.slice(0, 1).map(({ token = '' }) => ({ kind: 'open' as const, token }));
  await person.call(routes.feed.events, { body: { events: [...impressions, ...opened] } });
  await house.drain();
}

async function topicIdOf(house: TestHouse, name: string): Promise<string> {
  const { id } = await house.db.selectFrom('topic').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  return id;
}

describe('wishes', () => {
  test('of somebody who said nothing are the house’s own', async () => {
    await using house = await openTeahouse();
    expect(await (await house.as('priya')).call(get)).toEqual({
      wishes: { foreignShare: null, newcomers: 'usual', exploration: 'usual', isPersonal: true, home: 'discover' },
      ...{ topics: [], lastWeek: [], languages: [], searches: [], usualDays: [], sparedCount: 0 },
    });
  });

  test('change one by one, and the engine is told those it shall know', async () => {
    await using house = await openTeahouse();
    const told = listen(house);
    const priya = await house.as('priya');
    await priya.call(change, { body: { foreignShare: 0.3, home: 'following' } });
    await priya.call(change, { body: { newcomers: 'more', exploration: 'less', isPersonal: false } });
    const { wishes } = await priya.call(change, { body: { foreignShare: null } });
    const expected = { foreignShare: null, newcomers: 'more', exploration: 'less', isPersonal: false };
    expect(wishes).toEqual({ ...expected, home: 'following' });
    expect((await priya.call(change, { body: {} })).wishes).toEqual(wishes);
    await house.drain();
    expect(told).toEqual([
      { kind: 'language-mix', foreign: 0.3 },
      { kind: 'newcomers', intensity: 'more' },
      { kind: 'exploration', intensity: 'less' },
      { kind: 'language-mix' },
    ]);
  });

  test('that cannot be meant are refused, and nothing is written', async () => {
    await using house = await openTeahouse();
    const priya = await house.as('priya');
    for (const payload of [{ foreignShare: 1.2 }, { foreignShare: '0.3' }, { newcomers: 'none' }, { home: 'search' }])
      expect((await priya.send({ method: 'PATCH', url: '/api/me/feed', payload })).status).toBe(400);
    expect(await house.db.selectFrom('feed_control').selectAll().execute()).toEqual([]);
  });

  test('not personal: the feed follows nobody, but what is unwanted stays away', async () => {
    await using house = await openTeahouse();
    const [linwan, priya] = [await house.as('linwan'), await house.as('priya')];
    const [unwanted, wanted] = [await publish(linwan, '猫'), await publish(linwan, '狗')];
    await house.drain();
    await priya.call(change, { body: { isPersonal: false } });
    await priya.call(routes.reactions.notInterested, { params: { noteId: unwanted }, body: { reason: 'note' } });
    expect((await priya.call(routes.feed.discover)).items.map(({ id }) => id)).toEqual([wanted]);
  });
});

describe('topics', () => {
  test('more of one, less of another, and usual forgets', async () => {
    await using house = await openTeahouse();
    const told = listen(house);
    const [linwan, priya] = [await house.as('linwan'), await house.as('priya')];
    await publish(linwan, '猫税', ['猫税', '红烧肉']);
    const [cats, pork] = [await topicIdOf(house, '猫税'), await topicIdOf(house, '红烧肉')];
    await priya.call(setTopic, { params: { topicId: cats }, body: { intensity: 'more' } });
    house.advance('1m');
    const { topics } = await priya.call(setTopic, { params: { topicId: pork }, body: { intensity: 'less' } });
    expect(topics).toEqual([
      { topic: { id: pork, name: '红烧肉' }, intensity: 'less' },
      { topic: { id: cats, name: '猫税' }, intensity: 'more' },
    ]);
    const left = await priya.call(setTopic, { params: { topicId: pork }, body: { intensity: 'usual' } });
    expect(left.topics.map(({ topic }) => topic.name)).toEqual(['猫税']);
    await house.drain();
    expect(told).toEqual([
      { kind: 'topic-intensity', topic: cats, intensity: 'more' },
      { kind: 'topic-intensity', topic: pork, intensity: 'less' },
      { kind: 'topic-intensity', topic: pork, intensity: 'usual' },
    ]);
  });

  test('spellings of one topic are one wish', async () => {
    await using house = await openTeahouse();
    const told = listen(house);
    const [linwan, priya] = [await house.as('linwan'), await house.as('priya')];
    await publish(linwan, '猫税', ['猫税', 'CatTax']);
    const [chinese, english] = [await topicIdOf(house, '猫税'), await topicIdOf(house, 'CatTax')];
    const concept = house.teahouse.deps.ids.next();
    await priya.call(setTopic, { params: { topicId: chinese }, body: { intensity: 'more' } });
    await house.db.updateTable('topic').set({ concept_id: concept }).execute();
    const { topics } = await priya.call(setTopic, { params: { topicId: english }, body: { intensity: 'less' } });
    expect(topics).toMatchObject([{ topic: { name: 'CatTax' }, intensity: 'less' }]);
    await house.drain();
    expect(told.at(-1)).toEqual({ kind: 'topic-intensity', topic: concept, intensity: 'less' });
  });
});

describe('my usual feed', () => {
  test('comes back as it was on a day I was here, and this can be taken back once', async () => {
    await using house = await openTeahouse();
    const told = listen(house);
    const priya = await house.as('priya');
    await publish(await house.as('linwan'), '红烧肉');
    await spendDay(house, priya);
    await spendDay(house, priya);
    expect((await priya.call(get)).usualDays).toEqual([]);
    house.advance('2d');
    await spendDay(house, priya);
    expect((await priya.call(get)).usualDays).toEqual(['2025-01-14']);

    expect(await priya.call(restore, { body: { day: '2025-01-14' } })).toMatchObject({ restoredDay: '2025-01-14' });
    expect((await priya.call(undoRestore)).restoredDay).toBeUndefined();
    expect((await priya.refused(undoRestore)).code).toBe('not-found');
    await house.drain();
    expect(told).toEqual([
      { kind: 'restore', day: '2025-01-14' },
      { kind: 'restore', day: 'before' },
    ]);
  });

  test('a day I was not here, today and no day at all are refused', async () => {
    await using house = await openTeahouse();
    const priya = await house.as('priya');
    await publish(await house.as('linwan'), '红烧肉');
    await spendDay(house, priya);
    for (const day of ['2025-01-13', '2025-01-14'])
      expect((await priya.refused(restore, { body: { day } })).code).toBe('not-found');
    expect((await priya.refused(restore, { body: { day: 'yesterday' } })).code).toBe('invalid-request');
  });

  test('the newest days are kept, each once; visitors have none', async () => {
    await using house = await openTeahouse();
    const priya = await house.as('priya');
    const { deps } = house.teahouse;
    for (let ago = 20; ago > 0; ago -= 1) {
      const seen = { at: deps.clock.now() - ago * 86_400_000, events: [] };
      const keys = [priya.memberId, 'v-visitor'];
      await deps.events.emit(deps.db, 'feed.seen', ...keys.map((viewerKey) => ({ viewerKey, ...seen })));
      await deps.events.drain();
    }
    const { usualDays } = await priya.call(get);
    expect([usualDays.length, usualDays[0], usualDays.at(-1)]).toEqual([13, '2025-01-13', '2025-01-01']);
    expect((await house.db.selectFrom('feed_usual_day').selectAll().execute()).length).toBeLessThanOrEqual(15);
  });
});

test('last week: what I opened by category, what I was shown and opened by language', async () => {
  await using house = await openTeahouse();
  const [linwan, jake, priya] = [await house.as('linwan'), await house.as('jake'), await house.as('priya')];
  const pork = await publish(linwan, '红烧肉怎么做才好吃');
  await house.db.updateTable('note').set({ category: 'food' }).where('id', '=', pork).execute();
  await house.drain();
  await spendDay(house, priya);
  await publish(jake, 'How to build a chair from an old door');
  await house.drain();
  const { items } = await priya.call(routes.feed.discover);
  const events = items.map(({ token = '' }) => ({ kind: 'impression' as const, token }));
  await priya.call(routes.feed.events, { body: { events } });
  const week = await priya.call(get);
  expect(week.lastWeek).toEqual([{ category: 'food', opens: 1, share: 1 }]);
  expect(week.languages).toEqual([
    { language: 'zh', shown: 0.5, opened: 1 },
    { language: 'en', shown: 0.5, opened: 0 },
  ]);
  house.advance('8d');
  expect(await priya.call(get)).toMatchObject({ lastWeek: [], languages: [] });
});

describe('searches', () => {
  test('shape the feed for half an hour, or until I say no', async () => {
    await using house = await openTeahouse();
    const told = listen(house);
    const priya = await house.as('priya');
    await publish(await house.as('linwan'), '红烧肉');
    await house.drain();
    const searchesOf = async () => (await priya.call(get)).searches.map(({ words }) => words);
    const search = () => priya.call(routes.search.notes, { query: { q: '红烧肉' } });
    await search();
    expect(await searchesOf()).toEqual(['红烧肉']);
    expect((await priya.call(forgetSearches)).searches).toEqual([]);
    expect((await priya.call(routes.search.suggest, { query: {} })).recent).toEqual(['红烧肉']);
    house.advance('2m');
    await search();
    expect(await searchesOf()).toEqual(['红烧肉']);
    house.advance('31m');
    expect(await searchesOf()).toEqual([]);
    await house.drain();
    expect(told).toEqual([{ kind: 'forget-search' }]);
  });

  test('deleting the list of my searches takes them from the feed, too', async () => {
    await using house = await openTeahouse();
    const told = listen(house);
    const priya = await house.as('priya');
    await priya.call(routes.search.clearHistory, { query: {} });
    await house.drain();
    expect(told).toEqual([{ kind: 'forget-search' }]);
  });
});

test('a reset forgets every wish, but does not begin to learn where it must not', async () => {
  await using house = await openTeahouse();
  const [linwan, priya] = [await house.as('linwan'), await house.as('priya')];
  const noteId = await publish(linwan, '猫税', ['猫税']);
  await spendDay(house, priya);
  house.advance('1d');
  const topicId = await topicIdOf(house, '猫税');
  await priya.call(setTopic, { params: { topicId }, body: { intensity: 'less' } });
  await priya.call(change, { body: { foreignShare: 0.9, newcomers: 'less', isPersonal: false, home: 'newest' } });
  await priya.call(routes.reactions.notInterested, { params: { noteId }, body: { reason: 'author' } });
  const told = listen(house);
  await house.drain();
  told.length = 0;
  expect(await priya.call(reset)).toMatchObject({
    wishes: { foreignShare: null, newcomers: 'usual', exploration: 'usual', isPersonal: false, home: 'newest' },
    ...{ topics: [], usualDays: [], sparedCount: 0 },
  });
  expect((await priya.call(routes.feed.discover)).items.map(({ id }) => id)).toEqual([noteId]);
  await house.drain();
  expect(told).toEqual([{ kind: 'reset' }]);
});
