import { glossId, routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';
import { glossKey } from './gloss-key.ts';
import { plantGlossary, shippedGlossId } from './plant-glossary.ts';
import { readShippedGlosses, type ShippedGloss } from './shipped/shipped-glosses.ts';

const shipped = readShippedGlosses();
const yyds = shippedGlossId('zh:yyds');

async function plant(house: TestHouse, glosses: readonly ShippedGloss[]): Promise<void> {
  await plantGlossary(house.teahouse.deps, glosses);
  await house.teahouse.features.glosses.glossary.refresh();
}

const reworded = (name: string, change: Partial<ShippedGloss>) =>
  shipped.map((gloss) => (gloss.id === name ? { ...gloss, ...change } : gloss));

function shippedAs(name: string): ShippedGloss {
  const found = shipped.find(({ id }) => id === name);
  if (!found) throw new Error(`${name} is not shipped`);
  return found;
}

const get = (house: TestHouse, id: string) =>
  house.stranger().call(routes.glosses.get, { params: { glossId: glossId.parse(id) } });

test('no two terms of a language are one to the glossary, and ids are UUIDv7', () => {
  const keys = shipped.map(({ language, term }) => `${language} ${glossKey(term)}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  const ids = shipped.map(({ id }) => shippedGlossId(id));
  expect(ids.filter((id) => !glossId.safeParse(id).success)).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a new house has every shipped term, approved, and planting again changes nothing', async () => {
  await using house = await openTeahouse();
  const before = await house.db.selectFrom('gloss').selectAll().orderBy('id').execute();
  expect(before.filter(({ state, is_shipped }) => state === 'approved' && is_shipped)).toHaveLength(shipped.length);
  expect(house.teahouse.features.glosses.glossary.termCount).toBe(shipped.length);
  await plant(house, shipped);
  expect(await house.db.selectFrom('gloss').selectAll().orderBy('id').execute()).toEqual(before);
});

test('processes that start together plant once', async () => {
  await using house = await openTeahouse();
  const { version } = house.teahouse.features.glosses.glossary;
  const next = reworded('zh:yyds', { sense: '形容极好。' });
  await Promise.all([plant(house, next), plant(house, next), plant(house, next)]);
  expect(house.teahouse.features.glosses.glossary.version).toBe(version + 1);
  expect(await get(house, yyds)).toMatchObject({ sense: '形容极好。', version: 2 });
});

test('a new edition brings new words for a term, and keeps those a moderator gave it', async () => {
  await using house = await openTeahouse();
  const zhou = await house.as('zhou');
  const former = await get(house, yyds);
  await zhou.call(routes.glosses.change, {
    params: { glossId: former.id },
    body: { term: 'yyds', language: 'zh', sense: '老周的解释。', renderings: { en: { text: 'the best ever' } } },
  });
  const xswl = shippedGlossId('zh:xswl');
  const edition = reworded('zh:xswl', { renderings: { ...shippedAs('zh:xswl').renderings, en: { text: 'LMAO' } } }).map(
    (gloss) => (gloss.id === 'zh:yyds' ? { ...gloss, sense: '新版的解释。' } : gloss),
  );
  await plant(house, edition);
  expect(await get(house, yyds)).toMatchObject({
    sense: '老周的解释。',
    renderings: { en: { text: 'the best ever', note: '' } },
    isShipped: true,
  });
  expect((await get(house, xswl)).renderings.en).toEqual({ text: 'LMAO', note: '' });
});

test('a term that no longer ships is gone from the texts, and one a moderator declined does not come back', async () => {
  await using house = await openTeahouse();
  const zhou = await house.as('zhou');
  const { glossary } = house.teahouse.features.glosses;
  const xswl = glossId.parse(shippedGlossId('zh:xswl'));
  await zhou.call(routes.glosses.decide, { params: { glossId: xswl }, body: { decision: 'decline' } });
  await plant(
    house,
    shipped.filter(({ id }) => id !== 'zh:yyds'),
  );
  expect(glossary.findGlosses('yyds，xswl', 'en')).toEqual([]);
  await plant(house, shipped);
  expect(glossary.findGlosses('yyds，xswl', 'en')).toMatchObject([{ term: 'yyds' }]);
});

test('a member was first: the shipped term of the same spelling stays away', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.glosses.propose, {
    body: { term: '新热词', language: 'zh', sense: '林晚先说的。', renderings: { en: { text: 'new hot word' } } },
  });
  await plant(house, [
    ...shipped,
    { ...shippedAs('zh:yyds'), id: 'zh:新热词', term: '新热词', variants: [], sense: '自带的。' },
  ]);
  const { items } = await house
    .stranger()
    .call(routes.glosses.list, { query: { search: '新热词', state: 'proposed' } });
  expect(items.map((gloss) => gloss.id)).toEqual([id]);
  expect((await house.stranger().call(routes.glosses.list, { query: { search: '新热词' } })).items).toEqual([]);
});
