import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { checkLedger, rebuildSums } from './index.ts';
import { keepLedgerDays, rollUp } from './roll-up.ts';

async function publish(house: TestHouse, title = '今日份猫'): Promise<string> {
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title, topics: ['猫税'] } });
  await house.drain();
  return id;
}

async function look(person: Person): Promise<void> {
  const { items } = await person.call(routes.feed.discover);
  const events = items.flatMap(({ token }) => (token ? [{ kind: 'impression' as const, token }] : []));
  await person.call(routes.feed.events, { body: { events } });
}

const rows = (house: TestHouse) => house.db.selectFrom('exposure').selectAll().orderBy('viewer_group').execute();
const check = (house: TestHouse) => checkLedger(house.teahouse.deps);

test('a counted impression is a row that says who saw what, why and whose it was; seen again it is none', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house);
  const [mia, visitor] = [await house.as('mia'), house.stranger()];
  for (const person of [mia, mia, visitor]) await look(person);
  const linwan = await house.as('linwan');
  const about = { note_id: noteId, author_id: linwan.memberId, author_group: 'native', note_language: 'zh', slot: 0 };
  const story = { surface: 'discover', traffic: 'free', reason: 'popular', pool: 0, propensity: 1, promotion_id: null };
  expect(await rows(house)).toMatchObject([
    { ...about, ...story, viewer_key: mia.memberId, viewer_group: 'newcomer', viewer_language: 'en' },
    { ...about, ...story, viewer_group: 'visitor', viewer_language: 'und', day: '2025-01-14' },
  ]);
});

test('what a viewer saw is announced with the counting, and only what is new', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house);
  const mia = await house.as('mia');
  const { items } = await mia.call(routes.feed.discover);
  const token = items[0]?.token ?? '';
  const events = [
    { kind: 'impression' as const, token },
    { kind: 'dwell' as const, token, milliseconds: 4_200 },
  ];
  for (let again = 0; again < 2; again += 1) await mia.call(routes.feed.events, { body: { events } });
  const outbox = await house.db.selectFrom('outbox').select('payload').where('name', '=', 'feed.seen').execute();
  const slot = { noteId, surface: 'discover', slot: 0, traffic: 'free', reason: 'popular', pool: 0, propensity: 1 };
  expect(outbox.map(({ payload }) => payload)).toEqual([
    {
      viewerKey: mia.memberId,
      at: house.teahouse.deps.clock.now(),
      events: [
        { ...slot, kind: 'impression', isFirst: true },
        { ...slot, kind: 'dwell', milliseconds: 4_200 },
      ],
    },
  ]);
});

test('a beacon costs one statement', async () => {
  await using house = await openTeahouse();
  await publish(house);
  const mia = await house.as('mia');
  const { items } = await mia.call(routes.feed.discover);
  const events = items.map(({ token = '' }) => ({ kind: 'impression' as const, token }));
  expect(await house.countQueries(() => mia.call(routes.feed.events, { body: { events } }))).toBe(1);
});

test('sums take each row once, whoever adds them up and however often; young rows wait', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house);
  const second = await house.secondProcess();
  for (const name of ['mia', 'jake'] as const) await look(await house.as(name));
  await rollUp(house.teahouse.deps);
  expect(await house.db.selectFrom('exposure_note').selectAll().execute()).toEqual([]);
  house.advance('31s');
  await look(await house.as('priya'));
  await Promise.all([house, second, house].map(({ teahouse }) => rollUp(teahouse.deps)));
  const sum = { traffic: 'free', surface: 'discover', reason: 'popular', viewer_group: 'newcomer', impressions: 2 };
  expect(await house.db.selectFrom('exposure_note').selectAll().execute()).toMatchObject([
    { ...sum, note_id: noteId, viewer_language: 'en', viewer_country: 'unknown', expired: 0 },
  ]);
  expect(await house.db.selectFrom('exposure_bucket').selectAll().execute()).toMatchObject([
    {
      ...sum,
      author_group: 'native',
      note_language: 'zh',
      to_small_authors: 2,
      bucket: new Date('2025-01-14T04:00:00Z'),
    },
  ]);
  expect(await house.db.selectFrom('exposure_topic_bucket').select('impressions').execute()).toEqual([
    { impressions: 2 },
  ]);
  expect(await check(house)).toMatchObject({ ledgerRows: 3, counted: 3, differingNotes: 0 });
});

test('the check names a note whose rows are not its counter; what was counted before the ledger is its opening', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house);
  await look(await house.as('mia'));
  await house.db.updateTable('note_stat').set({ impressions: 41 }).where('note_id', '=', noteId).execute();
  const examples = [{ noteId, counted: 41, bySums: 1, byRows: 1 }];
  expect(await check(house)).toEqual({ ledgerRows: 1, counted: 41, differingNotes: 1, examples });
  expect((await house.stranger().call(routes.exposure.house)).ledger).toEqual({
    rows: 1,
    counted: 41,
    isBalanced: false,
  });
  await house.db.insertInto('exposure_opening').values({ note_id: noteId, impressions: 40 }).execute();
  expect(await check(house)).toMatchObject({ ledgerRows: 41, counted: 41, differingNotes: 0 });
});

test('rows go after a season, their sums stay; sums that were spoilt are added up again from the rows that are kept', async () => {
  await using house = await openTeahouse();
  await publish(house);
  const { deps } = house.teahouse;
  await keepLedgerDays(deps);
  await look(await house.as('mia'));
  house.advance('91d');
  await look(await house.as('priya'));
  house.advance('1m');
  await keepLedgerDays(deps);
  expect(await rows(house)).toHaveLength(1);
  expect(await check(house)).toMatchObject({ ledgerRows: 2, counted: 2, differingNotes: 0 });
  await house.db.updateTable('exposure_note').set({ impressions: 7 }).execute();
  expect(await check(house)).toMatchObject({ differingNotes: 1 });
  await rebuildSums(deps);
  expect(await check(house)).toMatchObject({ ledgerRows: 2, counted: 2, differingNotes: 0 });
});
