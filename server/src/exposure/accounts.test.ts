import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { CastName } from '../../test/cast.ts';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { checkLedger } from './index.ts';
import { rollUp } from './roll-up.ts';

async function publish(house: TestHouse, by: CastName, title: string): Promise<string> {
  const { id } = await (await house.as(by)).call(routes.notes.publish, { body: { title, topics: ['猫税'] } });
  await house.drain();
  return id;
}

async function look(person: Person, kinds: readonly ('impression' | 'open')[] = ['impression']): Promise<void> {
  const { items } = await person.call(routes.feed.newest);
  const events = items.flatMap(({ token = '' }) => kinds.map((kind) => ({ kind, token })));
  await person.call(routes.feed.events, { body: { events } });
}

/** A visitor whose browser asks for this language. */
function visitorFrom(house: TestHouse, language: string): Person {
  const person = house.stranger();
  const send = person.send.bind(person);
  person.send = (request) => send({ ...request, headers: { ...request.headers, 'accept-language': language } });
  return person;
}

test('Linwan reads who saw her note, before and after the rows are added up; for others there is no such page', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house, 'linwan', '今日份猫');
  const linwan = await house.as('linwan');
  const account = () => linwan.call(routes.exposure.note, { params: { noteId } });
  expect(await account()).toMatchObject({ impressions: 0, pool: { state: 'waiting' }, steps: [], isBalanced: true });
  for (const name of ['mia', 'priya'] as const) await look(await house.as(name));
  const fresh = await account();
  house.advance('2m');
  await rollUp(house.teahouse.deps);
  for (const language of ['ja-JP,ja;q=0.9', '']) await look(visitorFrom(house, language));
  const later = await account();
  expect(fresh).toMatchObject({ impressions: 2, isBalanced: true });
  expect(later).toMatchObject({
    impressions: 4,
    byTraffic: [{ key: 'free', impressions: 4 }],
    bySurface: [{ key: 'newest', impressions: 4 }],
    byReason: [{ key: 'newest', impressions: 4 }],
    byLanguage: [
      { key: 'en', impressions: 2 },
      { key: 'ja', impressions: 1 },
      { key: 'und', impressions: 1 },
    ],
    byCountry: [{ key: 'unknown', impressions: 4 }],
    byGroup: [
      { key: 'visitor', impressions: 2 },
      { key: 'native', impressions: 1 },
      { key: 'newcomer', impressions: 1 },
    ],
    byHour: [{ at: '2025-01-14T04:00:00.000Z', impressions: 4 }],
    isBalanced: true,
  });
  const mia = await house.as('mia');
  expect((await mia.refused(routes.exposure.note, { params: { noteId } })).code).toBe('not-found');
  const zhou = await house.as('zhou');
  expect((await zhou.call(routes.exposure.note, { params: { noteId } })).impressions).toBe(4);
});

test('what viewers did is told as numbers; a follow counts when the note was shown before it', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house, 'linwan', '今日份猫');
  const [mia, jake] = [await house.as('mia'), await house.as('jake')];
  const linwans = { params: { handle: 'linwan' } };
  await jake.call(routes.follows.follow, linwans);
  house.advance('1m');
  for (const person of [mia, jake]) {
    await look(person);
    await person.call(routes.feed.view, { params: { noteId } });
  }
  await mia.call(routes.reactions.like, { params: { noteId } });
  house.advance('5m');
  await mia.call(routes.follows.follow, linwans);
  const linwan = await house.as('linwan');
  const { viewers, translatedShare } = await linwan.call(routes.exposure.note, { params: { noteId } });
  expect(viewers).toEqual({ opened: 2, liked: 1, collected: 0, commented: 0, shared: 0, followed: 1 });
  expect(translatedShare).toBeUndefined();
});

test('a country of fewer than five viewers is not named', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house, 'linwan', '今日份猫');
  const seen = {
    traffic: 'free',
    surface: 'discover',
    reason: 'popular',
    viewer_group: 'native',
    viewer_language: 'en',
  };
  const from = (viewer_country: string, impressions: number) => ({
    ...seen,
    note_id: noteId,
    viewer_country,
    impressions,
  });
  const countries = [from('CN', 9), from('US', 4), from('GB', 3), from('unknown', 1)];
  await house.db.insertInto('exposure_note').values(countries).execute();
  const linwan = await house.as('linwan');
  const account = () => linwan.call(routes.exposure.note, { params: { noteId } });
  expect((await account()).byCountry).toEqual([
    { key: 'CN', impressions: 9 },
    { key: 'other', impressions: 7 },
    { key: 'unknown', impressions: 1 },
  ]);
  await house.db.deleteFrom('exposure_note').where('viewer_country', '=', 'GB').execute();
  expect((await account()).byCountry).toEqual([
    { key: 'CN', impressions: 9 },
    { key: 'unknown', impressions: 5 },
  ]);
});

test('the pool of a note and its way there are told as they were written down', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house, 'linwan', '今日份猫');
  const linwan = await house.as('linwan');
  const at = new Date('2025-01-14T05:00:00Z');
  const rates = { rate: 0.052, cell_rate: 0.041, quota: 500 };
  const pool = { note_id: noteId, author_id: linwan.memberId, state: 'climbing' as const, pool: 2, impressions: 214 };
  await house.db
    .insertInto('note_pool')
    .values({ ...pool, ...rates, cell_notes: 12, promise_kept: true, published_at: at, position: 3 })
    .execute();
  const step = {
    note_id: noteId,
    position: 3,
    step: 'promoted' as const,
    from_pool: 1,
    to_pool: 2,
    impressions: 100,
    at,
  };
  await house.db
    .insertInto('note_pool_step')
    .values({ ...step, ...rates })
    .execute();
  const account = await linwan.call(routes.exposure.note, { params: { noteId } });
  expect(account.pool).toMatchObject({ state: 'climbing', pool: 2, poolCount: 6, impressions: 214, quota: 500 });
  expect(account.pool).toMatchObject({ isPromiseKept: true, cellNotes: 12 });
  expect(account.steps).toMatchObject([{ step: 'promoted', from: 1, to: 2, at: at.toISOString() }]);
  const mine = await linwan.call(routes.exposure.mine);
  expect(mine.items).toMatchObject([{ noteId, title: '今日份猫', impressions: 0, pool: { state: 'climbing' } }]);
});

test('my notes come in pages, newest first', async () => {
  await using house = await openTeahouse();
  for (const title of ['一', '二', '三']) {
    await publish(house, 'linwan', title);
    house.advance('1m');
  }
  const linwan = await house.as('linwan');
  const first = await linwan.call(routes.exposure.mine, { query: { limit: 2 } });
  const second = await linwan.call(routes.exposure.mine, { query: { limit: 2, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['三', '二', '一']);
  expect(second.nextCursor).toBeUndefined();
  const mia = await house.as('mia');
  const stolen = { query: { cursor: first.nextCursor ?? '' } };
  expect((await mia.refused(routes.exposure.mine, stolen)).code).toBe('invalid-cursor');
});

test('anyone reads how the house shared out attention', async () => {
  await using house = await openTeahouse();
  for (const name of ['linwan', 'mia'] as const)
    for (let index = 0; index < 6; index += 1) await publish(house, name, `${name} ${index}`);
  for (const name of ['jake', 'priya', 'zhou'] as const) await look(await house.as(name), ['impression', 'open']);
  house.advance('2m');
  await rollUp(house.teahouse.deps);
  await checkLedger(house.teahouse.deps);
  const account = await house.stranger().call(routes.exposure.house);
  expect(account).toMatchObject({
    days: 7,
    impressions: 36,
    byTraffic: [{ key: 'free', impressions: 36 }],
    byReason: [{ key: 'newest', impressions: 36 }],
    smallAuthorShare: 1,
    noteGini: 0,
    promises: { due: 0, kept: 0, quota: 100, fullQuota: 100 },
    ranking: 'interim',
    ledger: { rows: 36, counted: 36, isBalanced: true },
    timeline: [{ at: '2025-01-14T04:00:00.000Z', free: 36, paid: 0, interaction: 0 }],
  });
  expect(account.cells.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  // Two of the three who looked are native, and one of the two authors.
  const ratios = account.disproportion.map(({ group, ratio }) => [group, ratio]);
  expect(ratios).toEqual([
    ['native', expect.closeTo(0.75)],
    ['newcomer', expect.closeTo(1.5)],
    ['returning', undefined],
  ]);
  expect(account.languageDistance).toBeCloseTo(0);
});

test('promises: those whose time is over, and how long the kept ones took', async () => {
  await using house = await openTeahouse();
  const published_at = new Date(house.teahouse.deps.clock.now());
  const hour = (hours: number) => new Date(published_at.getTime() + hours * 3_600_000);
  const row = (promise_kept: boolean | null, filled_at: Date | null) => ({
    note_id: house.teahouse.deps.ids.next(),
    author_id: house.teahouse.deps.ids.next(),
    state: 'first-pool' as const,
    ...{ pool: 1, quota: 80, promise_kept, filled_at, deadline_at: hour(24), published_at, position: 1 },
    ...{ rate: null, cell_rate: null, cell_notes: null },
  });
  const rows = [row(true, hour(2)), row(true, hour(4)), row(true, hour(6)), row(false, null), row(null, null)];
  await house.db.insertInto('note_pool').values(rows).execute();
  const due = async (days: number) =>
    (await house.stranger().call(routes.exposure.house, { query: { days } })).promises;
  expect(await due(3)).toMatchObject({ due: 3, kept: 3, share: 1, medianHours: 4 });
  house.advance('25h');
  expect(await due(4)).toMatchObject({ due: 5, kept: 3, share: 0.6, medianHours: 4 });
});
