import { type BodyInput, type GlossId, type GlossView, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person } from '../../test/harness.ts';

const term = (change: Partial<BodyInput<typeof routes.glosses.propose>> = {}) => ({
  term: '茶壶开喽',
  language: 'zh' as const,
  sense: '说好消息来了。',
  renderings: { en: { text: 'good news', note: 'Said when good news arrives.' } },
  ...change,
});

const propose = (person: Person, change?: Parameters<typeof term>[0]) =>
  person.call(routes.glosses.propose, { body: term(change) });
const on = (gloss: Pick<GlossView, 'id'>) => ({ params: { glossId: gloss.id } });

describe('a term on its way into the glossary', () => {
  test('is proposed by linwan, voted for, approved by zhou, and explained to jake from then on', async () => {
    await using house = await openTeahouse();
    const [linwan, jake, zhou] = [await house.as('linwan'), await house.as('jake'), await house.as('zhou')];
    const { glossary } = house.teahouse.features.glosses;
    const { version, termCount } = glossary;
    const proposed = await propose(linwan, { term: '掀盖子嘞', variants: ['掀G子嘞', '掀盖子嘞'] });
    expect(proposed).toMatchObject({
      state: 'proposed',
      isShipped: false,
      version: 1,
      variants: ['掀G子嘞'],
      by: { handle: 'linwan', name: '林晚' },
      votes: { up: 0, down: 0 },
    });
    expect(glossary.findGlosses('掀g子嘞', 'en')).toEqual([]);

    expect(await jake.call(routes.glosses.vote, { ...on(proposed), body: { vote: 'up' } })).toEqual({
      up: 1,
      down: 0,
      mine: 'up',
    });
    const approved = await zhou.call(routes.glosses.decide, { ...on(proposed), body: { decision: 'approve' } });
    expect(approved).toMatchObject({ state: 'approved', version: 2 });
    expect(glossary.findGlosses('掀g子嘞', 'en')).toMatchObject([{ id: proposed.id, rendering: 'good news' }]);
    expect([glossary.version, glossary.termCount]).toEqual([version + 1, termCount + 1]);
    const audit = await zhou.call(routes.moderation.audit);
    expect(audit.items[0]).toMatchObject({ verb: 'gloss.approve', subjectId: proposed.id, actor: 'laozhou' });

    await zhou.call(routes.glosses.decide, { ...on(proposed), body: { decision: 'decline' } });
    expect(glossary.findGlosses('掀g子嘞', 'en')).toEqual([]);
    expect((await jake.refused(routes.glosses.get, on(proposed))).code).toBe('not-found');
    expect((await linwan.call(routes.glosses.get, on(proposed))).state).toBe('declined');
  });

  test('what another process approved is known after the event, or a look at the version', async () => {
    await using house = await openTeahouse();
    const { glossary } = house.teahouse.features.glosses;
    const { id } = await propose(await house.as('linwan'));
    await house.db.updateTable('gloss').set({ state: 'approved' }).where('id', '=', id).execute();
    await house.db
      .updateTable('glossary_state')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .execute();
    expect(glossary.knows('茶壶开喽')).toBe(false);
    await house.teahouse.deps.events.emit(house.db, 'glossary.changed', { version: 2 });
    await house.drain();
    expect(glossary.knows('茶壶开喽')).toBe(true);
  });

  test('sent twice with one key it is one proposal', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const headers = { 'idempotency-key': 'once' };
    const first = await linwan.call(routes.glosses.propose, { body: term(), headers });
    const again = await linwan.call(routes.glosses.propose, { body: term(), headers });
    expect(again.id).toBe(first.id);
  });
});

describe('a term that is there', () => {
  test.each([
    ['spelt another way', { term: '  ＹＹＤＳ ' }],
    ['as a variant of another', { term: '永远的神' }],
    ['with the other as its variant', { term: '神中神', variants: ['yyds'] }],
  ])('is refused %s, by its id', async (_how, change) => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const { items } = await linwan.call(routes.glosses.list, { query: { search: 'yyds' } });
    const refused = await linwan.refused(routes.glosses.propose, { body: term(change) });
    expect([refused.code, refused.detail]).toEqual(['conflict', expect.stringContaining(items[0]?.id ?? 'none')]);
  });

  test('stays one when two propose it at once', async () => {
    await using house = await openTeahouse();
    const people = [await house.as('linwan'), await house.as('priya'), await house.as('mia')];
    const answers = await Promise.all(
      people.map((person) => person.send({ method: 'POST', url: '/api/glosses', payload: term() })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('may come again in another language, or after it was declined', async () => {
    await using house = await openTeahouse();
    const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
    const first = await propose(linwan);
    expect((await propose(linwan, { language: 'ja' })).id).not.toBe(first.id);
    await zhou.call(routes.glosses.decide, { ...on(first), body: { decision: 'decline' } });
    const second = await propose(linwan);
    const refused = await zhou.refused(routes.glosses.decide, { ...on(first), body: { decision: 'approve' } });
    expect([second.state, refused.code]).toEqual(['proposed', 'conflict']);
  });
});

describe('words the house would hold', () => {
  const words = '傻逼';

  test('are explained where they are marked as coarse, and never part of an explanation', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const coarse = { term: words, isCoarse: true };
    const pointers = async (change: Parameters<typeof term>[0]) =>
      (await linwan.refused(routes.glosses.propose, { body: term(change) })).fields;
    expect(await pointers({ ...coarse, isCoarse: false })).toEqual([{ pointer: '/body/term', message: 'held-words' }]);
    expect(await pointers({ ...coarse, sense: `就是${words}` })).toEqual([
      { pointer: '/body/sense', message: 'held-words' },
    ]);
    expect(await pointers({ renderings: { en: { text: 'x', note: words } } })).toEqual([
      { pointer: '/body/renderings/en/note', message: 'held-words' },
    ]);
    expect(await propose(linwan, coarse)).toMatchObject({ isCoarse: true, state: 'proposed' });
  });

  test('are not remarked', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const gloss = await propose(linwan);
    const refused = await linwan.refused(routes.glosses.remark, { ...on(gloss), body: { text: words } });
    expect(refused.fields).toEqual([{ pointer: '/body/text', message: 'held-words' }]);
  });
});

test('a member has twenty proposals waiting at most, also when all come at once', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const bodies = Array.from({ length: 24 }, (_, index) => term({ term: `新词${index}` }));
  const answers = await Promise.all(
    bodies.map((payload) => linwan.send({ method: 'POST', url: '/api/glosses', payload })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
});

const unfit: [string, Parameters<typeof term>[0]][] = [
  ['no rendering', { renderings: {} }],
  ['a rendering in no language', { renderings: { tlh: { text: 'x' } } as never }],
  ['a rendering named as an object’s own part', { renderings: JSON.parse('{"__proto__":{"text":"x"}}') }],
  ['only invisible letters', { term: '\u200b\u3164' }],
  ['half a letter', { term: '\ud83d' }],
  ['a term that is a text', { term: '词'.repeat(41) }],
  ['thirteen variants', { variants: Array.from({ length: 13 }, (_, index) => `v${index}`) }],
  ['an unknown request id', { requestId: 'x' as never }],
];

test('refused: '.concat(unfit.map(([name]) => name).join(', ')), async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const answers = [];
  for (const [name, change] of unfit)
    answers.push([name, (await linwan.refused(routes.glosses.propose, { body: term(change) })).code]);
  expect(answers).toEqual(unfit.map(([name]) => [name, 'invalid-request']));
});

test('what nobody can see is not part of a term', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  expect((await propose(linwan, { term: '茶\u0000壶\u202e开喽\n' })).term).toBe('茶壶开喽');
  const refused = await linwan.refused(routes.glosses.propose, { body: term({ term: '茶\u200b壶开喽' }) });
  expect(refused.code).toBe('conflict');
});

test('an id nobody has is not found by any way', async () => {
  await using house = await openTeahouse();
  const params = { glossId: '01900000-0000-7000-8000-000000000000' as GlossId };
  const zhou = await house.as('zhou');
  const codes = [
    await zhou.refused(routes.glosses.get, { params }),
    await zhou.refused(routes.glosses.change, { params, body: term() }),
    await zhou.refused(routes.glosses.vote, { params, body: { vote: 'up' } }),
    await zhou.refused(routes.glosses.remark, { params, body: { text: 'x' } }),
    await zhou.refused(routes.glosses.decide, { params, body: { decision: 'approve' } }),
  ].map(({ code }) => code);
  expect(codes).toEqual(Array.from(codes, () => 'not-found'));
});
