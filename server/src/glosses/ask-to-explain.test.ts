import { type GlossRequestId, routes, type TextAddress, textAddressOf } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const publish = async (house: TestHouse, text: string) =>
  (await (await house.as('linwan')).call(routes.notes.publish, { body: { title: '聊聊天', text } })).id;

const ask = (person: Person, words: string, of?: TextAddress) =>
  person.call(routes.glosses.ask, { body: { words, ...(of ? { of } : {}) } });
const listed = async (person: Person) => (await person.call(routes.glosses.listRequests)).items;

describe('a word that nobody could translate', () => {
  test('is asked for by jake and mia, listed with its sentence, explained by priya and answered when zhou approves', async () => {
    await using house = await openTeahouse();
    const [jake, mia, priya] = [await house.as('jake'), await house.as('mia'), await house.as('priya')];
    const zhou = await house.as('zhou');
    const noteId = await publish(house, '今天去吃面。老板说他家的面茶壶开喽哟！下次再来。');
    const of = textAddressOf('note.text', noteId);
    const asked = await ask(jake, '茶壶开喽哟', of);
    expect(asked).toMatchObject({ words: '茶壶开喽哟', language: 'zh', noteId, askedBy: 1 });
    expect(asked.example).toBe('老板说他家的面茶壶开喽哟！');
    await ask(jake, '茶壶开喽哟', of);
    expect((await ask(mia, ' 茶壶开喽哟 ')).askedBy).toBe(2);
    await ask(mia, '别的词');
    expect((await listed(priya)).map(({ words, askedBy }) => [words, askedBy])).toEqual([
      ['茶壶开喽哟', 2],
      ['别的词', 1],
    ]);
    const { id: glossId } = await priya.call(routes.glosses.propose, {
      body: {
        term: '茶壶开喽',
        language: 'zh',
        sense: '好消息来了。',
        renderings: { en: { text: 'good news' } },
        requestId: asked.id,
      },
    });
    expect(await listed(priya)).toHaveLength(2);
    await zhou.call(routes.glosses.decide, { params: { glossId }, body: { decision: 'approve' } });
    expect((await listed(priya)).map(({ words }) => words)).toEqual(['别的词']);
  });

  test('is answered by a term of the same words that knew nothing of it, and open again when its proposal fails', async () => {
    await using house = await openTeahouse();
    const [jake, priya, zhou] = [await house.as('jake'), await house.as('priya'), await house.as('zhou')];
    const { id: requestId } = await ask(jake, '新新词');
    const propose = (term: string, more: { requestId?: GlossRequestId; variants?: string[] } = {}) =>
      priya.call(routes.glosses.propose, {
        body: { term, language: 'zh', sense: '新的。', renderings: { en: { text: 'new' } }, ...more },
      });
    const wrong = await propose('错的词', { requestId });
    await zhou.call(routes.glosses.decide, { params: { glossId: wrong.id }, body: { decision: 'decline' } });
    expect(await listed(jake)).toHaveLength(1);
    const right = await propose('新词', { variants: ['新新词'] });
    await zhou.call(routes.glosses.decide, { params: { glossId: right.id }, body: { decision: 'approve' } });
    expect(await listed(jake)).toEqual([]);
  });
});

describe('where the words stand', () => {
  test('is shown as long as the text may be read and still has them', async () => {
    await using house = await openTeahouse();
    const [linwan, jake, mia] = [await house.as('linwan'), await house.as('jake'), await house.as('mia')];
    const noteId = await publish(house, '这面茶壶开喽哟');
    await ask(jake, '茶壶开喽哟', textAddressOf('note.text', noteId));
    await linwan.call(routes.follows.block, { params: { handle: 'mia' } });
    const exampleFor = async (person: Person) => (await listed(person))[0]?.example;
    expect([await exampleFor(jake), await exampleFor(mia)]).toEqual(['这面茶壶开喽哟', undefined]);
    await linwan.call(routes.notes.edit, { params: { noteId }, body: { text: '这面不错' } });
    await house.drain();
    expect(await exampleFor(jake)).toBeUndefined();
    await linwan.call(routes.notes.delete, { params: { noteId } });
    await house.drain();
    expect((await listed(jake))[0]).toEqual({
      id: expect.any(String),
      words: '茶壶开喽哟',
      language: 'zh',
      askedBy: 1,
      createdAt: expect.any(String),
    });
  });

  test('must be a text the asker may read', async () => {
    await using house = await openTeahouse();
    const [linwan, jake] = [await house.as('linwan'), await house.as('jake')];
    const noteId = await publish(house, '这面茶壶开喽哟');
    const of = textAddressOf('note.text', noteId);
    await linwan.call(routes.follows.block, { params: { handle: 'jake' } });
    const refused = await jake.refused(routes.glosses.ask, { body: { words: '茶壶开喽哟', of } });
    expect(refused.code).toBe('not-found');
    const report = textAddressOf('report.detail', noteId);
    expect((await jake.refused(routes.glosses.ask, { body: { words: '词', of: report } })).code).toBe('not-found');
  });

  test('a place that does not hold the words is not kept', async () => {
    await using house = await openTeahouse();
    const jake = await house.as('jake');
    const of = textAddressOf('note.text', await publish(house, '这面不错'));
    const asked = await ask(jake, '茶壶开喽哟', of);
    expect([asked.example, asked.noteId]).toEqual([undefined, undefined]);
  });
});

test('coarse words are asked for only where others already read them', async () => {
  await using house = await openTeahouse();
  const [jake, zhou] = [await house.as('jake'), await house.as('zhou')];
  const refused = await jake.refused(routes.glosses.ask, { body: { words: '傻逼' } });
  expect(refused.fields).toEqual([{ pointer: '/body/words', message: 'held-words' }]);
  const noteId = await publish(house, '有人说傻逼是什么意思');
  await zhou.call(routes.moderation.decide, {
    body: { subject: { kind: 'note', id: noteId }, action: 'restore', rule: 8, explanation: 'It is a question.' },
  });
  await house.drain();
  expect((await ask(jake, '傻逼', textAddressOf('note.text', noteId))).askedBy).toBe(1);
});

test('many who ask at once are all counted, in one request', async () => {
  await using house = await openTeahouse();
  const people = await Promise.all((['mia', 'jake', 'priya', 'zhou', 'hana', 'wei'] as const).map(house.as));
  await Promise.all([...people, ...people].map((person) => ask(person, 'zqsg')));
  expect(await listed(people[0] as Person)).toMatchObject([{ words: 'zqsg', askedBy: 6 }]);
});

test('the list goes on page by page, most asked first', async () => {
  await using house = await openTeahouse();
  const [mia, jake] = [await house.as('mia'), await house.as('jake')];
  for (const words of ['一', '二', '三', '四', '五']) await ask(mia, words);
  await ask(jake, '三');
  const met: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await jake.call(routes.glosses.listRequests, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
    met.push(...page.items.map(({ words }) => words));
    cursor = page.nextCursor;
  } while (cursor);
  expect(met).toEqual(['三', '五', '四', '二', '一']);
});

describe('news of an answer', () => {
  const newsOf = async (person: Person) =>
    (await person.call(routes.notifications.list, { query: { kind: 'system' } })).items.map(({ message }) => message);
  const propose = (person: Person, term: string) =>
    person.call(routes.glosses.propose, {
      body: { term, language: 'zh', sense: '好消息来了。', renderings: { en: { text: 'good news' } } },
    });

  test('reaches everybody who had asked, once, and neither who explained nor who approved', async () => {
    await using house = await openTeahouse();
    const [jake, mia, priya] = [await house.as('jake'), await house.as('mia'), await house.as('priya')];
    const [zhou, hana] = [await house.as('zhou'), await house.as('hana')];
    for (const person of [jake, jake, mia, priya, zhou]) await ask(person, '茶壶开喽');
    await ask(hana, '别的词');
    const { id: glossId } = await propose(priya, '茶壶开喽');
    await house.drain();
    expect(await newsOf(jake)).toEqual([]);
    const decide = (decision: 'approve' | 'decline') =>
      zhou.call(routes.glosses.decide, { params: { glossId }, body: { decision } });
    await decide('approve');
    await house.drain();
    await decide('decline');
    await decide('approve');
    await house.drain();
    const told = [{ key: 'gloss.answered', values: { glossId, term: '茶壶开喽' } }];
    expect([await newsOf(jake), await newsOf(mia)]).toEqual([told, told]);
    expect([await newsOf(priya), await newsOf(zhou), await newsOf(hana)]).toEqual([[], [], []]);
  });

  test('goes to two hundred askers, those who asked first', async () => {
    await using house = await openTeahouse();
    const [jake, priya, zhou] = [await house.as('jake'), await house.as('priya'), await house.as('zhou')];
    const { id: requestId } = await ask(jake, '茶壶开喽');
    const { clock, ids } = house.teahouse.deps;
    const crowd = Array.from({ length: 220 }, (_, index) => ({
      request_id: requestId,
      member_id: ids.next(),
      at: new Date(clock.now() + 1000 * (index + 1)),
    }));
    await house.db.insertInto('gloss_request_member').values(crowd).execute();
    const { id: glossId } = await propose(priya, '茶壶开喽');
    const told: string[][] = [];
    house.teahouse.deps.events.afterDelivery('gloss.answered', (events) => {
      told.push(...events.map(({ memberIds }) => memberIds));
    });
    await zhou.call(routes.glosses.decide, { params: { glossId }, body: { decision: 'approve' } });
    await house.drain();
    expect(told).toEqual([[jake.memberId, ...crowd.slice(0, 199).map(({ member_id }) => member_id)]]);
  });
});

const unfit: [string, object][] = [
  ['nothing', { words: '' }],
  ['blanks', { words: ' \u200b ' }],
  ['a whole text', { words: '字'.repeat(41) }],
  ['an address that is none', { words: '词', of: 'note.text:1' }],
  ['an address of an unknown field', { words: '词', of: `constructor:${'0'.repeat(36)}` }],
];

test('refused: '.concat(unfit.map(([name]) => name).join(', ')), async () => {
  await using house = await openTeahouse();
  const jake = await house.as('jake');
  const answers = [];
  for (const [name, payload] of unfit) {
    const { status, body } = await jake.send({ method: 'POST', url: '/api/gloss-requests', payload });
    answers.push([name, status, (body as { code: string }).code]);
  }
  expect(answers).toEqual(unfit.map(([name]) => [name, 400, 'invalid-request']));
});
