import { type QueryInput, routes } from '@teahouse/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

let house: TestHouse;

beforeAll(async () => {
  house = await openTeahouse();
});
afterAll(() => house[Symbol.asyncDispose]());

type Query = QueryInput<typeof routes.glosses.list>;

const list = (query: Query, person: Person = house.stranger()) => person.call(routes.glosses.list, { query });
const termsOf = async (query: Query) => (await list(query)).items.map(({ term }) => term);

const propose = (person: Person, term: string) =>
  person.call(routes.glosses.propose, {
    body: { term, language: 'en', sense: 'A word.', renderings: { zh: { text: '一个词' } } },
  });

test('every term once, page by page, by term; with version and number of terms', async () => {
  const met: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 50, ...(cursor ? { cursor } : {}) });
    expect(page.termCount).toBe(house.teahouse.features.glosses.glossary.termCount);
    met.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(met).size).toBe(met.length);
  expect(met).toHaveLength(house.teahouse.features.glosses.glossary.termCount);
});

test('a term is found by its beginning first, by any part, by a variant and by a rendering', async () => {
  expect((await termsOf({ search: 'YYD' }))[0]).toBe('yyds');
  expect(await termsOf({ search: '远的神' })).toContain('yyds');
  expect(await termsOf({ search: 'dying of laugh' })).toContain('xswl');
  const tax = await termsOf({ search: 'cat t' });
  expect(tax[0]).toBe('cat tax');
  expect(tax).toContain('猫税');
  expect(await termsOf({ search: 'cat tax', language: 'zh' })).toEqual(['猫税']);
});

test.each(['%', '_', '\\', '\u0000', '\ud800', "' or 1=1--", '   ', '\u202e', '%_%'])(
  'searching for %j is only a search',
  async (search) => {
    const { status } = await house.stranger().send({ method: 'GET', url: `/api/glosses?search=${encode(search)}` });
    expect(status).toBe(200);
  },
);

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

test('a page marker is good for its own search only', async () => {
  const { nextCursor: cursor = '' } = await list({ limit: 2, search: 'a' });
  const next = await list({ limit: 2, search: 'a', cursor });
  expect(next.items).toHaveLength(2);
  const refused = await house.stranger().refused(routes.glosses.list, { query: { search: 'b', cursor } });
  expect(refused.code).toBe('invalid-cursor');
});

test('moderators meet first what many members find good', async () => {
  await using quiet = await openTeahouse();
  const [linwan, zhou] = [await quiet.as('linwan'), await quiet.as('zhou')];
  const [, doubted, liked] = [
    await propose(linwan, 'aa first by name'),
    await propose(linwan, 'bb doubted'),
    await propose(linwan, 'cc liked'),
  ];
  const vote = (given: typeof liked, up: number, down: number) =>
    quiet.db.updateTable('gloss').set({ up_votes: up, down_votes: down }).where('id', '=', given.id).execute();
  await vote(doubted, 5, 2);
  await vote(liked, 6, 2);
  const { items } = await zhou.call(routes.glosses.list, { query: { state: 'proposed' } });
  expect(items.map(({ term }) => term)).toEqual(['cc liked', 'aa first by name', 'bb doubted']);
});

test('what was declined is listed for moderators and for whom it belongs to', async () => {
  await using quiet = await openTeahouse();
  const [linwan, mia, zhou] = [await quiet.as('linwan'), await quiet.as('mia'), await quiet.as('zhou')];
  const { id: glossId } = await propose(linwan, 'no word');
  await zhou.call(routes.glosses.decide, { params: { glossId }, body: { decision: 'decline' } });
  const seenBy = async (person: Person) =>
    (await person.call(routes.glosses.list, { query: { state: 'declined' } })).items.length;
  expect([await seenBy(linwan), await seenBy(mia), await seenBy(zhou), await seenBy(quiet.stranger())]).toEqual([
    1, 0, 1, 0,
  ]);
});
