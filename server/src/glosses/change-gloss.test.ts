import { type GlossView, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person } from '../../test/harness.ts';

const wording = (sense: string) => ({
  term: '茶壶开喽',
  language: 'zh' as const,
  sense,
  renderings: { en: { text: 'good news' } },
});
const propose = (person: Person) => person.call(routes.glosses.propose, { body: wording('好消息。') });
const on = (gloss: Pick<GlossView, 'id'>) => ({ params: { glossId: gloss.id } });

describe('changing a term', () => {
  test('its proposer may until it is decided, a moderator always, nobody else ever', async () => {
    await using house = await openTeahouse();
    const [linwan, mia, zhou] = [await house.as('linwan'), await house.as('mia'), await house.as('zhou')];
    const gloss = await propose(linwan);
    const change = (sense: string) => ({ ...on(gloss), body: wording(sense) });
    expect(await linwan.call(routes.glosses.change, change('卖萌。'))).toMatchObject({ sense: '卖萌。', version: 2 });
    expect((await mia.refused(routes.glosses.change, change('乱写。'))).code).toBe('not-allowed');
    await zhou.call(routes.glosses.decide, { ...on(gloss), body: { decision: 'approve' } });
    expect((await linwan.refused(routes.glosses.change, change('太晚。'))).code).toBe('not-allowed');
    const { version } = house.teahouse.features.glosses.glossary;
    const changed = await zhou.call(routes.glosses.change, {
      ...on(gloss),
      body: { ...wording('老周改的。'), renderings: { en: { text: 'really?' }, ja: { text: 'ほんと？' } } },
    });
    expect(changed).toMatchObject({ sense: '老周改的。', version: 4, by: { handle: 'linwan' } });
    const { glossary } = house.teahouse.features.glosses;
    expect(glossary.version).toBe(version + 1);
    expect(glossary.findGlosses('茶壶开喽', 'en')).toMatchObject([{ rendering: 'really?' }]);
    expect((await zhou.call(routes.moderation.audit)).items[0]).toMatchObject({ verb: 'gloss.change' });
  });

  test('votes were for the words that stood there', async () => {
    await using house = await openTeahouse();
    const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
    const gloss = await propose(linwan);
    await mia.call(routes.glosses.vote, { ...on(gloss), body: { vote: 'up' } });
    await linwan.call(routes.glosses.change, { ...on(gloss), body: wording('完全不同。') });
    expect((await mia.call(routes.glosses.get, on(gloss))).votes).toEqual({ up: 0, down: 0 });
  });

  test('B8 an If-Match that is not the present version changes and decides nothing', async () => {
    await using house = await openTeahouse();
    const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
    const gloss = await propose(linwan);
    const body = wording('新的。');
    const codes = [];
    for (const ifMatch of ['"7"', 'W/"0"', '"abc"', '"1; drop"']) {
      const headers = { 'if-match': ifMatch };
      codes.push((await linwan.refused(routes.glosses.change, { ...on(gloss), body, headers })).code);
      const decision = { decision: 'approve' as const };
      codes.push((await zhou.refused(routes.glosses.decide, { ...on(gloss), body: decision, headers })).code);
    }
    expect(codes).toEqual(Array.from({ length: 8 }, () => 'changed-meanwhile'));
    const headers = { 'if-match': '"1"' };
    expect((await linwan.call(routes.glosses.change, { ...on(gloss), body, headers })).version).toBe(2);
  });

  test('into another term is a conflict', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const gloss = await propose(linwan);
    const body = { ...wording('永远的神。'), term: 'YYDS' };
    expect((await linwan.refused(routes.glosses.change, { ...on(gloss), body })).code).toBe('conflict');
  });
});

describe('voting', () => {
  test('one vote a member, changed and taken back at will, not for one’s own', async () => {
    await using house = await openTeahouse();
    const [linwan, mia, jake] = [await house.as('linwan'), await house.as('mia'), await house.as('jake')];
    const gloss = await propose(linwan);
    const vote = (person: Person, body: { vote: 'up' | 'down' | 'none' }) =>
      person.call(routes.glosses.vote, { ...on(gloss), body });
    await vote(mia, { vote: 'up' });
    expect(await vote(mia, { vote: 'up' })).toEqual({ up: 1, down: 0, mine: 'up' });
    expect(await vote(jake, { vote: 'down' })).toEqual({ up: 1, down: 1, mine: 'down' });
    expect(await vote(jake, { vote: 'up' })).toEqual({ up: 2, down: 0, mine: 'up' });
    expect(await vote(mia, { vote: 'none' })).toEqual({ up: 1, down: 0 });
    const own = await linwan.refused(routes.glosses.vote, { ...on(gloss), body: { vote: 'up' } });
    expect(own.code).toBe('not-allowed');
    expect((await jake.call(routes.glosses.get, on(gloss))).votes).toEqual({ up: 1, down: 0, mine: 'up' });
  });

  test('at the same moment every vote counts', async () => {
    await using house = await openTeahouse();
    const gloss = await propose(await house.as('linwan'));
    const people = await Promise.all((['mia', 'jake', 'priya', 'zhou', 'hana', 'wei'] as const).map(house.as));
    await Promise.all(people.map((person) => person.call(routes.glosses.vote, { ...on(gloss), body: { vote: 'up' } })));
    expect((await house.stranger().call(routes.glosses.get, on(gloss))).votes).toEqual({ up: 6, down: 0 });
  });
});

describe('deciding', () => {
  test('is done once, by somebody else', async () => {
    await using house = await openTeahouse();
    const [zhou, hana] = [await house.as('zhou'), await house.as('hana')];
    const gloss = await propose(zhou);
    const decision = { ...on(gloss), body: { decision: 'approve' as const } };
    expect((await zhou.refused(routes.glosses.decide, decision)).code).toBe('not-allowed');
    await hana.call(routes.glosses.decide, decision);
    expect((await hana.refused(routes.glosses.decide, decision)).code).toBe('conflict');
  });
});

describe('remarks', () => {
  test('stand under the term in order, without those of people who do not meet', async () => {
    await using house = await openTeahouse();
    const [linwan, mia, jake] = [await house.as('linwan'), await house.as('mia'), await house.as('jake')];
    const gloss = await propose(linwan);
    const remark = (person: Person, text: string) =>
      person.call(routes.glosses.remark, { ...on(gloss), body: { text } });
    expect(await remark(mia, 'My tutor says it is out of fashion already')).toMatchObject({
      by: { handle: 'mia' },
      language: 'en',
    });
    await remark(linwan, '才没有过时呢，大家天天都在说');
    const read = async (person: Person) =>
      (await person.call(routes.glosses.get, on(gloss))).remarks.map(({ by, language }) => [by.handle, language]);
    expect(await read(jake)).toEqual([
      ['mia', 'en'],
      ['linwan', 'zh'],
    ]);
    await jake.call(routes.follows.mute, { params: { handle: 'mia' } });
    expect(await read(jake)).toEqual([['linwan', 'zh']]);
    expect((await jake.call(routes.glosses.get, on(gloss))).remarkCount).toBe(2);
  });
});
