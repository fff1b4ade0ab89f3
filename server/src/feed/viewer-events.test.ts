import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { makeDayPartition, selectDayPartitions } from '../platform/db/day-partitions.sql.ts';
import { keepEventDays } from './jobs.ts';

async function noteWithTopic(house: TestHouse, topic = '猫税'): Promise<string> {
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '今日份猫', topics: [topic] } });
  await house.drain();
  return id;
}

async function tokenFor(person: Person): Promise<string> {
  const page = await person.call(routes.feed.discover);
  return page.items[0]?.token ?? '';
}

function statOf(house: TestHouse, noteId: string) {
  return house.db.selectFrom('note_stat').selectAll().where('note_id', '=', noteId).executeTakeFirstOrThrow();
}

test('an impression counts once per viewer and note, each kind of event once per token', async () => {
  await using house = await openTeahouse();
  const id = await noteWithTopic(house);
  const priya = await house.as('priya');
  const token = await tokenFor(priya);
  const events = [
    { kind: 'impression' as const, token },
    { kind: 'impression' as const, token },
    { kind: 'open' as const, token },
    { kind: 'dwell' as const, token, milliseconds: 4_200 },
  ];
  expect(await priya.call(routes.feed.events, { body: { events } })).toEqual({ accepted: 3 });
  expect(await priya.call(routes.feed.events, { body: { events } })).toEqual({ accepted: 0 });
  const again = await tokenFor(priya);
  expect(await priya.call(routes.feed.events, { body: { events: [{ kind: 'impression', token: again }] } })).toEqual({
    accepted: 1,
  });
  expect((await statOf(house, id)).impressions).toBe(1);
  const logged = await house.db
    .selectFrom('viewer_event')
    .select(['kind', 'surface', 'slot', 'milliseconds'])
    .orderBy('kind')
    .execute();
  expect(logged).toHaveLength(4);
  expect(logged[0]).toEqual({ kind: 'dwell', surface: 'discover', slot: 0, milliseconds: 4_200 });
});

test('E8 forged, borrowed and expired tokens count nothing', async () => {
  await using house = await openTeahouse();
  const id = await noteWithTopic(house);
  const [priya, jake] = [await house.as('priya'), await house.as('jake')];
  const token = await tokenFor(priya);
  const send = async (person: Person, text: string) =>
    (await person.call(routes.feed.events, { body: { events: [{ kind: 'impression', token: text }] } })).accepted;
  const forged = `${token.slice(0, -3)}abc`;
  const { nextCursor = 'none' } = await priya.call(routes.feed.newest);
  expect([await send(priya, forged), await send(jake, token), await send(priya, nextCursor)]).toEqual([0, 0, 0]);
  expect(await send(house.stranger(), token)).toBe(0);
  house.advance('25h');
  expect(await send(priya, token)).toBe(0);
  expect((await statOf(house, id)).impressions).toBe(0);
});

const badBeacons = [
  ['E7 more than 200 events', { events: Array.from({ length: 201 }, () => ({ kind: 'impression', token: 'x' })) }],
  ['E7 no events', { events: [] }],
  ['unknown kind', { events: [{ kind: 'boost', token: 'x' }] }],
  ['negative dwell', { events: [{ kind: 'dwell', token: 'x', milliseconds: -1 }] }],
  ['token of 10 KB', { events: [{ kind: 'open', token: 'x'.repeat(10_000) }] }],
] as const;

test('refused: '.concat(badBeacons.map(([name]) => name).join(', ')), async () => {
  await using house = await openTeahouse();
  const answers = [];
  for (const [name, payload] of badBeacons)
    answers.push([name, (await house.stranger().send({ method: 'POST', url: '/api/events', payload })).status]);
  expect(answers).toEqual(badBeacons.map(([name]) => [name, 400]));
});

test('beacons at the same time count each viewer once', async () => {
  await using house = await openTeahouse();
  const id = await noteWithTopic(house);
  const people = await Promise.all((['priya', 'mia', 'jake', 'hana'] as const).map((name) => house.as(name)));
  const beacons = await Promise.all(people.map(async (person) => ({ person, token: await tokenFor(person) })));
  await Promise.all(
    [...beacons, ...beacons, ...beacons].map(({ person, token }) =>
      person.call(routes.feed.events, { body: { events: [{ kind: 'impression', token }] } }),
    ),
  );
  expect((await statOf(house, id)).impressions).toBe(4);
});

test('a view counts once per viewer, for the note and its topics', async () => {
  await using house = await openTeahouse();
  const id = await noteWithTopic(house);
  const [priya, visitor] = [await house.as('priya'), house.stranger()];
  const view = (person: Person) => person.call(routes.feed.view, { params: { noteId: id } });
  expect(await view(priya)).toEqual({ viewCount: 1 });
  await Promise.all(Array.from({ length: 200 }, () => view(priya)));
  const queries = await house.countQueries(() => Promise.all(Array.from({ length: 200 }, () => view(priya))));
  expect(queries).toBeLessThanOrEqual(4);
  await visitor.call(routes.notes.get, { params: { noteId: id } });
  await view(visitor);
  expect(await view(visitor)).toEqual({ viewCount: 2 });
  expect((await statOf(house, id)).views).toBe(2);
  expect(await priya.call(routes.topics.get, { params: { name: '猫税' } })).toMatchObject({
    viewCount: 2,
    viewsLastDay: 2,
  });
});

test('views without a visitor id of ours, and of notes one may not open, count nothing', async () => {
  await using house = await openTeahouse();
  const id = await noteWithTopic(house);
  for (let number = 0; number < 5; number += 1)
    await house.stranger().send({ method: 'POST', url: `/api/notes/${id}/views`, payload: {} });
  expect((await statOf(house, id)).views).toBe(0);
  await (await house.as('linwan')).call(routes.notes.delete, { params: { noteId: id } });
  const priya = await house.as('priya');
  expect((await priya.refused(routes.feed.view, { params: { noteId: id } })).status).toBe(404);
});

test('event days are made ahead, and those older than 90 days dropped', async () => {
  await using house = await openTeahouse();
  const { deps } = house.teahouse;
  await makeDayPartition(deps.db, 'viewer_event', '2024-09-01');
  await keepEventDays(deps);
  await keepEventDays(deps);
  expect((await selectDayPartitions(deps.db, 'viewer_event')).sort()).toEqual([
    'viewer_event_20250114',
    'viewer_event_20250115',
    'viewer_event_20250116',
    'viewer_event_20250117',
  ]);
  await noteWithTopic(house);
  const priya = await house.as('priya');
  const events = [{ kind: 'impression' as const, token: await tokenFor(priya) }];
  expect(await priya.call(routes.feed.events, { body: { events } })).toEqual({ accepted: 1 });
});
