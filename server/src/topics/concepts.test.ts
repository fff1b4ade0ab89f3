import { type ResponseOutput, routes, type TopicLinkId } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';

type Name = 'linwan' | 'priya' | 'mia' | 'jake' | 'hana' | 'zhou';

async function publish(house: TestHouse, author: Name, title: string, topics: string[]): Promise<string> {
  house.advance('60s');
  return (await (await house.as(author)).call(routes.notes.publish, { body: { title, topics } })).id;
}

async function view(house: TestHouse, noteId: string, ...names: Name[]): Promise<void> {
  for (const name of names) await (await house.as(name)).call(routes.feed.view, { params: { noteId } });
}

async function propose(house: TestHouse, name: string, other: string): Promise<TopicLinkId> {
  const link = await (await house.as('mia')).call(routes.topics.proposeLink, { params: { name }, body: { other } });
  return link.id;
}

async function decide(house: TestHouse, linkId: TopicLinkId, decision: 'join' | 'decline' | 'part') {
  const zhou = await house.as('zhou');
  return zhou.call(routes.topics.decideLink, { params: { linkId }, body: { decision } });
}

async function join(house: TestHouse, name: string, other: string): Promise<TopicLinkId> {
  const linkId = await propose(house, name, other);
  await decide(house, linkId, 'join');
  await house.drain();
  return linkId;
}

function get(house: TestHouse, name: string): Promise<ResponseOutput<typeof routes.topics.get>> {
  return house.stranger().call(routes.topics.get, { params: { name } });
}

async function counts(house: TestHouse, name: string): Promise<number[]> {
  const { noteCount, viewCount, viewsLastDay } = await get(house, name);
  return [noteCount, viewCount, viewsLastDay];
}

async function notesOf(house: TestHouse, name: string, order: 'newest' | 'liked', limit = 2): Promise<string[]> {
  const met: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { order, limit, ...(cursor ? { cursor } : {}) };
    const page = await house.stranger().call(routes.topics.listNotes, { params: { name }, query });
    met.push(...page.items.map((card) => card.title));
    cursor = page.nextCursor;
  } while (cursor);
  return met;
}

/** Two cat notes in Chinese, one in English, one that carries both spellings. */
async function catHouse() {
  const house = await openTeahouse();
  const zh = await publish(house, 'linwan', '一', ['猫税']);
  await publish(house, 'linwan', '二', ['猫税']);
  const en = await publish(house, 'jake', 'Three', ['CatTax']);
  const both = await publish(house, 'priya', 'Four', ['猫税', 'CatTax']);
  await view(house, zh, 'mia', 'jake');
  await view(house, en, 'mia');
  await view(house, both, 'mia', 'jake', 'linwan');
  return { house, zh, en, both };
}

describe('one topic under several spellings', () => {
  test('has one page and one counter, in which a note with both spellings counts once', async () => {
    const { house } = await catHouse();
    await using _ = house;
    expect([await counts(house, '猫税'), await counts(house, 'cattax')]).toEqual([
      [3, 5, 5],
      [2, 4, 4],
    ]);
    await join(house, '猫税', 'CatTax');
    expect([await counts(house, '猫税'), await counts(house, 'cattax')]).toEqual([
      [4, 6, 6],
      [4, 6, 6],
    ]);
    expect(await get(house, 'cattax')).toMatchObject({
      name: 'CatTax',
      labels: { zh: '猫税' },
      concept: { spellings: [{ name: '猫税', language: 'zh' }], labels: { zh: '猫税', en: 'CatTax' } },
    });
    expect(await house.teahouse.features.topics.recount()).toBe(0);
  });

  test('lists the notes of all spellings, each once, page by page', async () => {
    const { house, en } = await catHouse();
    await using _ = house;
    await (await house.as('mia')).call(routes.reactions.like, { params: { noteId: en } });
    await join(house, '猫税', 'CatTax');
    expect(await notesOf(house, 'CatTax', 'newest', 1)).toEqual(['Four', 'Three', '二', '一']);
    expect(await notesOf(house, '猫税', 'liked')).toEqual(['Three', 'Four', '二', '一']);
  });

  test('counts what happens afterwards: views, edits, removal, deletion, a new note with both', async () => {
    const { house, zh, en, both } = await catHouse();
    await using _ = house;
    await join(house, '猫税', 'CatTax');
    await view(house, both, 'hana');
    await view(house, zh, 'hana');
    await publish(house, 'hana', 'Five', ['CatTax', '猫税', 'loaf']);
    expect(await counts(house, '猫税')).toEqual([5, 8, 8]);
    const priya = await house.as('priya');
    await priya.call(routes.notes.edit, { params: { noteId: both }, body: { topics: ['CatTax'] } });
    expect((await counts(house, '猫税')).slice(0, 2)).toEqual([5, 8]);
    await priya.call(routes.notes.edit, { params: { noteId: both }, body: { topics: ['loaf'] } });
    expect((await counts(house, '猫税')).slice(0, 2)).toEqual([4, 4]);
    await (await house.as('jake')).call(routes.notes.delete, { params: { noteId: en } });
    await (await house.as('zhou')).call(routes.moderation.decide, {
      body: { subject: { kind: 'note', id: zh }, action: 'remove', rule: 8, explanation: 'Said twenty times.' },
    });
    expect((await counts(house, 'cattax')).slice(0, 2)).toEqual([2, 0]);
    expect(await house.teahouse.features.topics.recount()).toBe(0);
  });

  test('counts right while viewers and authors are busy with its notes', async () => {
    const { house, both, zh } = await catHouse();
    await using _ = house;
    const linkId = await propose(house, '猫税', 'CatTax');
    const linwan = await house.as('linwan');
    const edits = async () => {
      for (const topics of [['CatTax'], ['猫税', 'CatTax'], ['loaf'], ['猫税']])
        await linwan.call(routes.notes.edit, { params: { noteId: zh }, body: { topics } });
    };
    const decisions = async () => {
      for (const decision of ['join', 'part', 'join'] as const) await decide(house, linkId, decision);
    };
    await Promise.all([
      decisions(),
      edits(),
      view(house, both, 'hana', 'zhou'),
      view(house, zh, 'hana', 'zhou', 'priya'),
    ]);
    expect(await house.teahouse.features.topics.recount()).toBe(0);
    expect((await counts(house, 'CatTax')).slice(0, 2)).toEqual([4, 11]);
  });

  test('drifted counters are brought back to the same number', async () => {
    const { house } = await catHouse();
    await using _ = house;
    await join(house, '猫税', 'CatTax');
    const before = await counts(house, '猫税');
    await house.db.updateTable('topic_stat').set({ notes: 70, views: 90 }).execute();
    expect(await house.teahouse.features.topics.recount()).toBe(3);
    expect(await counts(house, '猫税')).toEqual(before);
  });

  test('is offered once: to whoever begins with a spelling under that one, in trends under the most used', async () => {
    const { house } = await catHouse();
    await using _ = house;
    await publish(house, 'linwan', '狗', ['狗']);
    await join(house, '猫税', 'CatTax');
    const offered = async (prefix: string) =>
      (await house.stranger().call(routes.topics.complete, { query: { prefix } })).items.map((topic) => [
        topic.name,
        topic.noteCount,
      ]);
    expect([await offered('cat'), await offered('猫'), await offered('')]).toEqual([
      [['CatTax', 4]],
      [['猫税', 4]],
      [
        ['猫税', 4],
        ['狗', 1],
      ],
    ]);
    const found = await house.stranger().call(routes.search.topics, { query: { q: 'attax' } });
    expect(found.items).toMatchObject([{ name: 'CatTax', noteCount: 4, viewCount: 6 }]);
  });

  test('shows on a note under its own spelling, with what others call it', async () => {
    const { house, zh } = await catHouse();
    await using _ = house;
    const topics = async () => (await house.stranger().call(routes.notes.get, { params: { noteId: zh } })).topics;
    expect(await topics()).toMatchObject([{ name: '猫税' }]);
    await join(house, '猫税', 'CatTax');
    expect(await topics()).toMatchObject([{ name: '猫税', labels: { en: 'CatTax' } }]);
    const zhou = await house.as('zhou');
    await zhou.call(routes.topics.setLabel, { params: { name: 'cattax', language: 'en' }, body: { label: 'cat tax' } });
    await zhou.call(routes.topics.setLabel, { params: { name: 'cattax', language: 'ja' }, body: { label: '猫の税' } });
    await house.drain();
    expect(await topics()).toMatchObject([{ labels: { en: 'cat tax', ja: '猫の税' } }]);
  });
});

describe('parting', () => {
  test('gives every side its own counters back, exactly', async () => {
    const { house } = await catHouse();
    await using _ = house;
    const before = [await counts(house, '猫税'), await counts(house, 'CatTax')];
    const linkId = await join(house, '猫税', 'CatTax');
    expect(await decide(house, linkId, 'part')).toMatchObject({ state: 'declined' });
    expect([await counts(house, '猫税'), await counts(house, 'CatTax')]).toEqual(before);
    expect((await get(house, 'CatTax')).concept).toBeUndefined();
    expect(await notesOf(house, 'CatTax', 'newest')).toEqual(['Four', 'Three']);
    expect(await house.teahouse.features.topics.recount()).toBe(0);
    await decide(house, linkId, 'join');
    expect(await counts(house, 'CatTax')).toEqual([4, 6, 6]);
  });

  test('keeps together what other links hold, labels with the most used spelling', async () => {
    const { house } = await catHouse();
    await using _ = house;
    await publish(house, 'hana', '五', ['ねこぜい']);
    await publish(house, 'hana', '六', ['고양이세금']);
    await join(house, 'ねこぜい', '고양이세금');
    const bridge = await join(house, 'CatTax', 'ねこぜい');
    await join(house, '猫税', 'CatTax');
    expect(await counts(house, '고양이세금')).toEqual([6, 6, 6]);
    const zhou = await house.as('zhou');
    await zhou.call(routes.topics.setLabel, {
      params: { name: '고양이세금', language: 'es' },
      body: { label: 'impuesto' },
    });
    await decide(house, bridge, 'part');
    const [cats, neko] = [await get(house, '猫税'), await get(house, 'ねこぜい')];
    expect([cats.noteCount, neko.noteCount]).toEqual([4, 2]);
    expect(cats.concept).toMatchObject({ spellings: [{ name: 'CatTax' }], labels: { es: 'impuesto' } });
    expect(neko.concept?.spellings.map((spelling) => spelling.name)).toEqual(['고양이세금']);
    expect(neko.concept?.labels).not.toHaveProperty('es');
    expect(await house.teahouse.features.topics.recount()).toBe(0);
  });
});

describe('proposals', () => {
  test('are one question however often they are made, and a moderator’s alone to decide', async () => {
    const { house } = await catHouse();
    await using _ = house;
    const linkId = await propose(house, '猫税', 'CatTax');
    expect(await propose(house, 'cat_tax', '猫税')).toBe(linkId);
    const mia = await house.as('mia');
    expect(
      (await mia.refused(routes.topics.decideLink, { params: { linkId }, body: { decision: 'join' } })).status,
    ).toBe(403);
    const zhou = await house.as('zhou');
    const open = async () => (await zhou.call(routes.topics.listLinks)).items;
    expect(await open()).toMatchObject([
      { id: linkId, evidence: { kind: 'member', count: 1, by: 'mia' }, state: 'open' },
    ]);
    expect(await decide(house, linkId, 'decline')).toMatchObject({ state: 'declined' });
    expect(await open()).toEqual([]);
    expect(
      (await mia.call(routes.topics.proposeLink, { params: { name: '猫税' }, body: { other: 'cattax' } })).state,
    ).toBe('declined');
    const audit = await zhou.call(routes.moderation.audit);
    expect(audit.items.map((entry) => entry.verb)).toContain('topic.decline');
  });

  test('that a join answers are no questions any more', async () => {
    const { house } = await catHouse();
    await using _ = house;
    await publish(house, 'hana', '五', ['ねこぜい']);
    await propose(house, '猫税', 'ねこぜい');
    await join(house, '猫税', 'CatTax');
    await join(house, 'CatTax', 'ねこぜい');
    expect((await (await house.as('zhou')).call(routes.topics.listLinks)).items).toEqual([]);
    const mia = await house.as('mia');
    const again = { params: { name: '猫税' }, body: { other: 'ねこぜい' } };
    expect((await mia.refused(routes.topics.proposeLink, again)).code).toBe('conflict');
  });

  test('come from people’s translations and from notes that carry both, best evidence first', async () => {
    await using house = await openTeahouse();
    await publish(house, 'linwan', '一', ['猫税']);
    await publish(house, 'jake', 'Two', ['CatTax']);
    for (const number of [1, 2, 3, 4]) await publish(house, 'priya', `Pot ${number}`, ['火锅', 'HotpotNight']);
    for (const number of [1, 2]) await publish(house, 'priya', `Tea ${number}`, ['喝茶', 'TeaDrinking']);
    await house.teahouse.deps.jobs.add(house.db, 'topics.propose-links', {});
    await house.drain();
    const zhou = await house.as('zhou');
    const list = async () => {
      const { items } = await zhou.call(routes.topics.listLinks);
      const strengths = items.map(({ evidence }) => evidence.count);
      expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
      return items
        .map(({ topic, other, evidence }) => [topic.name, other.name].sort().join(` ${evidence.kind} `))
        .sort();
    };
    expect(await list()).toEqual(['CatTax translation 猫税', 'HotpotNight together 火锅']);
    const { items } = await zhou.call(routes.topics.listLinks);
    const together = items.find(({ evidence }) => evidence.kind === 'together');
    if (together) await decide(house, together.id, 'decline');
    await house.teahouse.deps.jobs.add(house.db, 'topics.propose-links', {});
    await house.drain();
    expect(await list()).toEqual(['CatTax translation 猫税']);
    expect((await get(house, '猫税')).concept).toBeUndefined();
  });
});

test('concepts can be taken along by anybody', async () => {
  const { house } = await catHouse();
  await using _ = house;
  await join(house, '猫税', 'CatTax');
  const exported = await house.stranger().call(routes.topics.exportConcepts);
  expect(exported.concepts).toEqual([
    {
      spellings: [
        { name: '猫税', language: 'zh' },
        { name: 'CatTax', language: 'en' },
      ],
      labels: { zh: '猫税', en: 'CatTax' },
    },
  ]);
});

test('refused: unknown and unwritable spellings, itself, decisions that were made, a label in no language', async () => {
  const { house } = await catHouse();
  await using _ = house;
  const [mia, zhou] = [await house.as('mia'), await house.as('zhou')];
  const proposed = async (name: string, other: string) => {
    const refusal = await mia.refused(routes.topics.proposeLink, { params: { name }, body: { other } });
    return [refusal.status, refusal.code, ...(refusal.fields ?? []).map((field) => field.pointer)];
  };
  expect([
    await proposed('猫税', 'nobody_wrote_this'),
    await proposed('nobody_wrote_this', '猫税'),
    await proposed('猫税', 'a/b'),
    await proposed('猫税', '\u3164'),
    await proposed('CatTax', 'cat tax'),
  ]).toEqual([
    [404, 'not-found'],
    [404, 'not-found'],
    [400, 'invalid-request', '/body/other'],
    [400, 'invalid-request', '/body/other'],
    [409, 'conflict'],
  ]);
  const linkId = await propose(house, '猫税', 'CatTax');
  const decided = async (decision: 'join' | 'decline' | 'part', id = linkId) =>
    (await zhou.refused(routes.topics.decideLink, { params: { linkId: id }, body: { decision } })).status;
  expect(await decided('part')).toBe(409);
  await decide(house, linkId, 'join');
  expect([await decided('join'), await decided('decline')]).toEqual([409, 409]);
  expect(await decided('join', (await house.as('mia')).memberId as TopicLinkId)).toBe(404);
  const put = (path: string, label: unknown) =>
    zhou.send({ method: 'PUT', url: `/api/moderation/topics/${path}`, payload: { label } });
  expect([
    (await put('cattax/labels/xx', 'x')).status,
    (await put('cattax/labels/en', 'x'.repeat(200))).status,
    (await put('cattax/labels/en', '')).status,
    (await put('%252e%252e/labels/en', 'x')).status,
    (await put('nobody_wrote_this/labels/en', 'x')).status,
    (await zhou.send({ method: 'GET', url: '/api/moderation/topic-links?cursor=1e9' })).status,
  ]).toEqual([400, 400, 400, 400, 404, 400]);
});
