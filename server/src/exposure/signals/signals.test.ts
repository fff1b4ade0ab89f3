import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { lookForSignals } from './look-for-signals.ts';

const hour = 3_600_000;

/** Seeds rows as the features leave them: thousands of calls would tell the same story. */
function seeder(house: TestHouse) {
  const { db, teahouse } = house;
  const { ids, clock } = teahouse.deps;
  const ago = (hours: number) => new Date(clock.now() - hours * hour);
  return {
    ago,
    async member(name: string, joinedHoursAgo = 9_000): Promise<string> {
      const at = ago(joinedHoursAgo);
      const id = ids.next();
      await db.insertInto('member').values({ id, handle: name, name, joined_at: at, updated_at: at }).execute();
      return id;
    },
    async note(authorId: string, options: { hoursAgo?: number; category?: string; topics?: readonly string[] } = {}) {
      const { hoursAgo = 24, category = null, topics = [] } = options;
      const [id, published_at] = [ids.next(), ago(hoursAgo)];
      const words = { title: `note ${id}`, text: '', language: 'zh', text_cover: 'paper' };
      await db
        .insertInto('note')
        .values({ id, author_id: authorId, ...words, language_declared: null, category, country: null, published_at })
        .execute();
      await db.insertInto('note_stat').values({ note_id: id }).execute();
      for (const [position, topic_id] of topics.entries())
        await db.insertInto('note_topic').values({ note_id: id, topic_id, position, published_at }).execute();
      return id;
    },
    async topic(name: string): Promise<string> {
      const id = ids.next();
      await db
        .insertInto('topic')
        .values({ id, key: name, name, concept_id: null, created_at: ago(9_000) })
        .execute();
      return id;
    },
    async shown(note_id: string, hoursAgo: number, impressions: number) {
      const at = Math.floor((clock.now() - hoursAgo * hour) / hour) * hour;
      await db
        .insertInto('exposure_note_hour')
        .values({ note_id, hour: new Date(at), impressions })
        .execute();
    },
    async like(memberId: string, noteId: string) {
      await db
        .insertInto('note_like')
        .values({ note_id: noteId, member_id: memberId, at: ago(1) })
        .execute();
    },
  };
}

async function signalsOf(house: TestHouse, state: 'open' | 'dismissed' = 'open') {
  await lookForSignals(house.teahouse.deps);
  const zhou = await house.as('zhou');
  return (await zhou.call(routes.trafficOperations.signals, { query: { state } })).items;
}

test('one author, and one note, that take the attention of many are named with their figures', async () => {
  await using house = await openTeahouse();
  const seed = seeder(house);
  const authors = await Promise.all(Array.from({ length: 12 }, (_, index) => seed.member(`author${index}`)));
  const notes = await Promise.all(authors.map((author) => seed.note(author)));
  for (const note of notes) for (const hours of [30, 54, 78]) await seed.shown(note, hours, 20);
  for (const note of notes) await seed.shown(note, 10, 20);
  expect(await signalsOf(house)).toEqual([]);
  await seed.shown(notes[0] ?? '', 1, 300);
  const found = await signalsOf(house);
  expect(found.map(({ subject }) => [subject.kind, subject.name]).sort()).toEqual([
    ['member', 'author0'],
    ['note', `note ${notes[0]}`],
  ]);
  const [byAuthor] = found.filter(({ subject }) => subject.kind === 'member');
  expect(byAuthor).toMatchObject({ kind: 'concentration', examples: [{ noteId: notes[0] }], threshold: 0.2 });
  expect(byAuthor?.evidence[0]).toEqual({ name: 'impressions', value: 320, of: 540 });
});

test('a topic put on notes of every kind by people who do not write about it is a traffic tag; a busy one is not', async () => {
  await using house = await openTeahouse();
  const seed = seeder(house);
  const [cats, kittens] = [await seed.topic('猫税'), await seed.topic('小猫')];
  const people = (name: string) =>
    Promise.all(['a', 'b', 'c', 'd', 'e'].map((letter) => seed.member(`${name}-${letter}`, 60)));
  const [natives, newcomers, strangers] = [await people('native'), await people('newcomer'), await people('stranger')];
  for (const topics of [[cats], [kittens]])
    for (let index = 0; index < 10; index += 1)
      await seed.note(natives[index % 5] ?? '', { hoursAgo: 400 + index, category: 'cats', topics });
  for (const newcomer of [...newcomers, ...newcomers])
    await seed.note(newcomer, { category: 'cats', topics: [kittens] });
  for (const [index, category] of ['beauty', 'fashion', 'fitness', 'travel', 'money'].entries()) {
    const stranger = strangers[index] ?? '';
    await seed.note(stranger, { category });
    for (let again = 0; again < 2; again += 1) await seed.note(stranger, { category, topics: [cats] });
  }
  const found = await signalsOf(house);
  expect(found.map(({ kind, subject }) => [kind, subject.name])).toEqual([['traffic-tag', '猫税']]);
  expect(found[0]?.evidence.slice(0, 3)).toEqual([
    { name: 'notes-off-topic', value: 10, of: 10 },
    { name: 'authors-from-elsewhere', value: 5, of: 5 },
    { name: 'first-time-users', value: 5, of: 5 },
  ]);
  expect(found[0]?.score).toBe(1);
  expect(found[0]?.examples).toHaveLength(5);
});

test('accounts that joined together and like one author only are a coordinated arrival; an influx is not', async () => {
  await using house = await openTeahouse();
  const seed = seeder(house);
  const [star, bought] = [await seed.member('star'), await seed.member('bought')];
  const [loved, pushed, other] = [await seed.note(star), await seed.note(bought), await seed.note(star)];
  for (let index = 0; index < 40; index += 1) {
    const newcomer = await seed.member(`newcomer${index}`, 1 + index * 1.7);
    await seed.like(newcomer, loved);
    if (index % 2 === 0) await seed.like(newcomer, pushed);
    if (index % 2 === 0) await seed.like(newcomer, other);
  }
  expect(await signalsOf(house)).toEqual([]);
  for (let index = 0; index < 30; index += 1)
    await seed.like(await seed.member(`hired${index}`, 20 + index / 100), pushed);
  const found = await signalsOf(house);
  expect(found.map(({ kind, subject }) => [kind, subject.name])).toEqual([['coordinated-arrival', 'bought']]);
  expect(found[0]).toMatchObject({ score: expect.closeTo(0.6), examples: [{ noteId: pushed }] });
  expect(found[0]?.evidence[0]).toEqual({ name: 'joined-together', value: 30, of: 50 });
});

test('what was looked at stays away until it has worsened; what is over goes', async () => {
  await using house = await openTeahouse();
  const seed = seeder(house);
  const authors = await Promise.all(Array.from({ length: 12 }, (_, index) => seed.member(`author${index}`)));
  const notes = await Promise.all(authors.map((author) => seed.note(author)));
  for (const note of notes) await seed.shown(note, 10, 40);
  const rise = (impressions: number) =>
    house.db
      .updateTable('exposure_note_hour')
      .set({ impressions })
      .where('note_id', '=', notes[0] ?? '')
      .execute();
  await rise(150);
  const [first] = await signalsOf(house);
  const zhou = await house.as('zhou');
  const params = { signalId: first?.id ?? '' };
  await zhou.call(routes.trafficOperations.dismissSignal, { params });
  expect(await signalsOf(house)).toEqual([]);
  expect((await signalsOf(house, 'dismissed')).map(({ id }) => id)).toEqual([first?.id]);
  await rise(400);
  expect((await signalsOf(house)).map(({ subject }) => subject.name)).toEqual(['author0']);
  await rise(40);
  expect(await signalsOf(house)).toEqual([]);
  const audit = await house.db
    .selectFrom('audit')
    .select(['verb', 'actor_id'])
    .where('verb', '=', 'signal.dismiss')
    .execute();
  expect(audit).toEqual([{ verb: 'signal.dismiss', actor_id: zhou.memberId }]);
  const unknown = { params: { signalId: crypto.randomUUID() } };
  expect((await zhou.refused(routes.trafficOperations.dismissSignal, unknown)).code).toBe('not-found');
  expect((await (await house.as('mia')).refused(routes.trafficOperations.signals)).code).toBe('not-allowed');
});
