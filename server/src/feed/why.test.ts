import { type ReasonCode, routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import type { SlotStory } from './slot-story.ts';

async function publish(house: TestHouse, title = '今日份猫') {
  const linwan = await house.as('linwan');
  const note = await linwan.call(routes.notes.publish, { body: { title, topics: ['猫税'] } });
  await house.drain();
  return note;
}

/** The token of a slot that was given for these reasons. */
function slotFor(house: TestHouse, person: Person, noteId: string, reasons: SlotStory['reasons'], traffic = 'free') {
  const cards: { id: string; token?: string }[] = [{ id: noteId }];
  const story = { traffic: traffic as 'free', reasons, pool: 2, propensity: 0.5 };
  return house.teahouse.features.tokens.stamp(cards, 'd', person.memberId, [story])[0]?.token ?? '';
}

const why = (person: Person, token: string) => person.call(routes.feed.why, { query: { token } });

test('a slot says its reasons by the names of things: topic, author, note, what was searched, language', async () => {
  await using house = await openTeahouse();
  const [note, liked] = [await publish(house), await publish(house, '昨日份猫')];
  const [mia, linwan] = [await house.as('mia'), await house.as('linwan')];
  await mia.call(routes.search.notes, { query: { q: 'cat tax' } });
  await house.drain();
  const { topics } = await linwan.call(routes.notes.get, { params: { noteId: note.id } });
  const tell = async (code: ReasonCode, subject?: string) =>
    (await why(mia, slotFor(house, mia, note.id, [{ code, subject }]))).reasons;
  expect(await tell('topic', topics[0]?.id)).toEqual([{ code: 'topic', topic: { id: topics[0]?.id, name: '猫税' } }]);
  const author = { handle: 'linwan', name: '林晚' };
  expect(await tell('follows-author', linwan.memberId)).toEqual([{ code: 'follows-author', author }]);
  expect(await tell('follows-author')).toEqual([{ code: 'follows-author', author }]);
  const other = { id: liked.id, title: '昨日份猫', language: 'zh' };
  expect(await tell('like-collected', liked.id)).toEqual([{ code: 'like-collected', note: other }]);
  expect(await tell('search')).toEqual([{ code: 'search', words: 'cat tax' }]);
  expect(await tell('other-language')).toEqual([{ code: 'other-language', language: 'zh' }]);
  await linwan.call(routes.notes.delete, { params: { noteId: liked.id } });
  expect(await tell('like-collected', liked.id)).toEqual([{ code: 'like-collected' }]);
});

test('of every kind of traffic it is told where the card stood, how far its pool came, by which policy', async () => {
  await using house = await openTeahouse();
  const { id } = await publish(house);
  const mia = await house.as('mia');
  const [linwan, at] = [await house.as('linwan'), new Date(house.teahouse.deps.clock.now())];
  const rates = { rate: null, cell_rate: null, cell_notes: null, promise_kept: null };
  const pool = { note_id: id, author_id: linwan.memberId, state: 'first-pool' as const, pool: 1, quota: 100 };
  await house.db
    .insertInto('note_pool')
    .values({ ...pool, ...rates, impressions: 7, published_at: at, position: 1 })
    .execute();
  const promotion = house.teahouse.deps.ids.next();
  const paid = await why(mia, slotFor(house, mia, id, [{ code: 'promoted', subject: promotion }], 'paid'));
  expect(paid).toMatchObject({
    noteId: id,
    traffic: 'paid',
    surface: 'discover',
    slot: 0,
    reasons: [{ code: 'promoted' }],
  });
  expect(paid).toMatchObject({ pool: { state: 'first-pool', impressions: 7, quota: 100 }, policyVersion: 1 });
  const { items } = await mia.call(routes.feed.newest);
  const plain = await why(mia, items[0]?.token ?? '');
  expect(plain).toMatchObject({
    surface: 'newest',
    traffic: 'free',
    reasons: [{ code: 'newest' }],
    ranking: 'interim',
  });
});

test('a forged slot, somebody else’s, and one of the day before are nobody’s business', async () => {
  await using house = await openTeahouse();
  const { id } = await publish(house);
  const [mia, jake] = [await house.as('mia'), await house.as('jake')];
  const token = slotFor(house, mia, id, [{ code: 'topic' }]);
  const refused = async (person: Person, text: string) =>
    (await person.refused(routes.feed.why, { query: { token: text } })).code;
  expect(await refused(mia, `${token.slice(0, -3)}abc`)).toBe('not-found');
  expect(await refused(mia, 'x')).toBe('not-found');
  expect(await refused(jake, token)).toBe('not-found');
  expect(await refused(house.stranger(), token)).toBe('not-found');
  house.advance('25h');
  expect(await refused(mia, token)).toBe('not-found');
});
