import { routes } from '@teahouse/contract';
import { readTown } from '@teahouse/demo';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { publishTownTexts, readTownTexts } from '../../test/town-texts.ts';

const address = (field: 'title' | 'text', id: string) => `note.${field}:${id}` as never;

async function found(person: Person, q: string) {
  const { items } = await person.call(routes.search.notes, { query: { q } });
  return items.map(({ id, foundIn }) => [id, foundIn?.via, foundIn?.language]);
}

/** A Chinese note that readers of English have met, in the words of the memory. */
async function porkHouse() {
  const house = await openTeahouse();
  const linwan = await house.as('linwan');
  const body = { title: '外婆的红烧肉', text: '小火慢炖。放冰糖。' };
  const { id } = await linwan.call(routes.notes.publish, { body });
  const said = { from: 'zh', to: 'en', origin: 'member' as const };
  await house.teahouse.features.translation.memory.remember(
    [
      { ...said, source: body.title, target: "Grandma's braised pork" },
      { ...said, source: body.text, target: 'Simmer it slowly. Add rock sugar.' },
    ],
    house.db,
  );
  return { house, linwan, id };
}

async function read(house: TestHouse, id: string): Promise<void> {
  const texts = [address('title', id), address('text', id)];
  await (await house.as('jake')).call(routes.translations.request, { body: { to: 'en', texts } });
  await house.teahouse.deps.events.drain();
}

describe('through translations', () => {
  test('a note is found by the words readers of another language see, and says so', async () => {
    const { house, id } = await porkHouse();
    await using _ = house;
    const jake = await house.as('jake');
    expect(await found(jake, 'braised pork')).toEqual([]);
    await read(house, id);
    expect(await found(jake, 'grandma pork')).toEqual([[id, 'translation', 'en']]);
    expect(await found(jake, 'rock sugar')).toEqual([[id, 'translation', 'en']]);
    expect(await found(jake, '红烧肉')).toEqual([[id, undefined, undefined]]);
  });

  test('one’s own words come before a translation that fits as well', async () => {
    const { house, id } = await porkHouse();
    await using _ = house;
    await read(house, id);
    const own = await (await house.as('jake')).call(routes.notes.publish, {
      body: { title: "Grandma's braised pork" },
    });
    expect(await found(house.stranger(), 'braised pork')).toEqual([
      [own.id, undefined, undefined],
      [id, 'translation', 'en'],
    ]);
  });

  test('the author’s own version comes before what was stored, from the moment it is there', async () => {
    const { house, linwan, id } = await porkHouse();
    await using _ = house;
    await read(house, id);
    const version = { title: 'Red-cooked belly', text: '' };
    await linwan.call(routes.translations.putVersion, { params: { noteId: id, language: 'en' }, body: version });
    await house.teahouse.deps.events.drain();
    expect([await found(house.stranger(), 'braised pork'), await found(house.stranger(), 'belly')]).toEqual([
      [],
      [[id, 'translation', 'en']],
    ]);
  });

  test.each([
    ['withheld', { standing: 'withheld' }],
    ['held', { standing: 'held' }],
    ['of an older wording', { source_hash: 'another' }],
    ['a failure', { state: 'failed' }],
  ] as const)('what is %s is found by nobody', async (_name, change) => {
    const { house, id } = await porkHouse();
    await using _ = house;
    await read(house, id);
    const about = { homeId: id, address: `note.title:${id}`, language: 'en' };
    await house.db.updateTable('translation').set(change).where('address', '=', about.address).execute();
    await house.teahouse.deps.events.emit(house.db, 'translation.changed', about);
    await house.teahouse.deps.events.drain();
    expect(await found(house.stranger(), 'braised pork')).toEqual([]);
    expect(await found(house.stranger(), 'rock sugar')).toHaveLength(1);
  });

  test('a note that is removed or deleted leaves no words behind; the index can be rebuilt', async () => {
    const { house, linwan, id } = await porkHouse();
    await using _ = house;
    await read(house, id);
    await house.db.deleteFrom('note_search_translation').execute();
    await house.teahouse.features.search.rebuild();
    const rows = () => house.db.selectFrom('note_search_translation').select(['note_id', 'language']).execute();
    expect(await rows()).toEqual([{ note_id: id, language: 'en' }]);
    await (await house.as('zhou')).call(routes.moderation.decide, {
      body: { subject: { kind: 'note', id }, action: 'remove', rule: 8, explanation: 'Said twenty times.' },
    });
    await house.teahouse.deps.events.drain();
    expect(await rows()).toEqual([]);
    const other = await linwan.call(routes.notes.publish, { body: { title: '外婆的红烧肉' } });
    await read(house, other.id);
    expect(await rows()).toHaveLength(1);
    await linwan.call(routes.notes.delete, { params: { noteId: other.id } });
    await house.teahouse.deps.events.drain();
    expect(await rows()).toEqual([]);
  });
});

describe('through the words of the search', () => {
  test('a term of the glossary finds what it is in another language', async () => {
    await using house = await openTeahouse();
    const { id } = await (await house.as('linwan')).call(routes.notes.publish, { body: { title: '来交猫税了' } });
    expect(await found(house.stranger(), 'cat tax')).toEqual([[id, 'query', 'zh']]);
  });

  test('a topic’s other spelling and a phrase people translated find notes of other languages', async () => {
    await using house = await openTeahouse();
    const [linwan, jake] = [await house.as('linwan'), await house.as('jake')];
    const zh = await linwan.call(routes.notes.publish, { body: { title: '三只麻将猫', topics: ['猫税'] } });
    const en = await jake.call(routes.notes.publish, { body: { title: 'This is Churro', topics: ['CatTax'] } });
    const link = { params: { name: '猫税' }, body: { other: 'CatTax' } };
    const { id: linkId } = await jake.call(routes.topics.proposeLink, link);
    await (await house.as('zhou')).call(routes.topics.decideLink, { params: { linkId }, body: { decision: 'join' } });
    await house.drain();
    expect(await found(jake, 'CatTax')).toEqual([
      [en.id, undefined, undefined],
      [zh.id, 'query', 'zh'],
    ]);
    expect(new Set(await found(linwan, '猫税'))).toEqual(
      new Set([
        [zh.id, undefined, undefined],
        [en.id, 'query', 'en'],
      ]),
    );
    const egg = await linwan.call(routes.notes.publish, { body: { title: '番茄炒蛋' } });
    const phrase = { from: 'en', to: 'zh', source: 'tomato and eggs', target: '番茄炒蛋', origin: 'member' as const };
    await house.teahouse.features.translation.memory.remember([phrase], house.db);
    const page = await jake.call(routes.search.notes, { query: { q: 'Tomato and eggs' } });
    expect(page.items.map(({ id, foundIn }) => [id, foundIn])).toEqual([
      [egg.id, { via: 'query', language: 'zh', words: '番茄炒蛋' }],
    ]);
  });
});

test('notes of the town are found in the other language', async () => {
  await using house = await openTeahouse();
  const ids = new Set(['zh-home-01', 'zh-home-28', 'zh-road-07', 'zh-road-39', 'en-06', 'en-20', 'en-44', 'en-75']);
  const { members, notes } = readTown();
  const town = { members, notes: notes.filter((note) => ids.has(note.id)) };
  const noteIds = await publishTownTexts(house.teahouse, town);
  for (const language of ['zh', 'en']) await readTownTexts(house.teahouse, town, noteIds, language);
  const questions = [
    ['frozen rice congee', 'zh-home-01'],
    ['milk in lapsang', 'zh-home-28'],
    ['dripping tap', 'zh-road-07'],
    ['flat tyre', 'zh-road-39'],
    ['睫毛冻住了', 'en-06'],
    ['日本编织图', 'en-20'],
    ['祖母的萝卜糕', 'en-44'],
    ['为什么喝热水', 'en-75'],
  ] as const;
  const answers = [];
  for (const [q] of questions) answers.push([q, (await found(house.stranger(), q))[0]?.[0]]);
  expect(answers).toEqual(questions.map(([q, id]) => [q, noteIds.get(id)]));
});
