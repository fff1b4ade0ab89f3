import { type HouseEvents, type NoteId, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../../test/harness.ts';

const { notInterested, undoNotInterested } = routes.reactions;
const { listSpared, get } = routes.feedControls;

async function publish(person: Person, title: string, topics: string[] = []): Promise<NoteId> {
  return (await person.call(routes.notes.publish, { body: { title, text: `${title}。`.repeat(4), topics } })).id;
}

/** Six notes of Lin Wan's kitchen, six of Jake's workshop. */
async function openTown() {
  const house = await openTeahouse();
  const [linwan, jake, priya] = [await house.as('linwan'), await house.as('jake'), await house.as('priya')];
  const dishes = ['红烧肉', '麻婆豆腐', '小笼包', '酸辣汤', '葱油饼', '炸酱面'];
  const things = [
    'An oak chair',
    'A bird box',
    'My first table',
    'Sharpening a plane',
    'Fixing doors',
    'Glue or screws',
  ];
  const byLinwan: NoteId[] = [];
  const byJake: NoteId[] = [];
  for (const [index, dish] of dishes.entries()) {
    byLinwan.push(await publish(linwan, dish, ['家常菜']));
    byJake.push(await publish(jake, things[index] ?? '', ['woodwork', 'home']));
    house.advance('1m');
  }
  await house.drain();
  return { house, linwan, jake, priya, byLinwan, byJake, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

function listen(house: TestHouse): HouseEvents['feed.controlled']['control'][] {
  const told: HouseEvents['feed.controlled']['control'][] = [];
  house.teahouse.deps.events.on('feed.controlled', (events) => {
    told.push(...events.map(({ control }) => control));
  });
  return told;
}

async function topicIdOf(house: TestHouse, name: string): Promise<string> {
  const { id } = await house.db.selectFrom('topic').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  return id;
}

describe('the unseen rest of the page', () => {
  test('loses what was spared and is filled with something else, and the next page goes on behind it', async () => {
    await using town = await openTown();
    const { priya, byLinwan } = town;
    const page = await priya.call(routes.feed.discover, { query: { limit: 6 } });
    const ids = page.items.map(({ id }) => id);
    const [noteId] = ids.filter((id) => byLinwan.includes(id));
    if (!noteId) throw new Error('The page has nothing by Lin Wan');
    const unseen = ids.slice(ids.indexOf(noteId) + 1);
    const body = { reason: 'author' as const, page: { unseen, cursor: page.nextCursor } };
    const answer = await priya.call(notInterested, { params: { noteId }, body });

    expect(answer.receipt).toMatchObject({ noteId, what: 'author', author: { handle: 'linwan' } });
    expect(answer.receipt.halfAgainAt?.slice(0, 10)).toBe('2025-01-21');
    expect(answer.removed).toEqual([noteId, ...unseen.filter((id) => byLinwan.includes(id))]);
    expect(answer.replacements.length).toBeGreaterThan(0);
    expect(answer.replacements.every(({ author, token }) => author.handle === 'jake' && token !== undefined)).toBe(
      true,
    );
    const known = new Set([...ids, ...answer.replacements.map(({ id }) => id)]);
    expect(known.size).toBe(ids.length + answer.replacements.length);
    const query = { limit: 20, ...(answer.nextCursor ? { cursor: answer.nextCursor } : {}) };
    const rest = answer.nextCursor ? (await priya.call(routes.feed.discover, { query })).items : [];
    expect(rest.filter(({ id, author }) => known.has(id) || author.handle === 'linwan')).toEqual([]);
  });

  test('a replacement counts as an impression like any other card', async () => {
    await using town = await openTown();
    const { house, priya } = town;
    const page = await priya.call(routes.feed.discover, { query: { limit: 4 } });
    const noteId = page.items[0]?.id as NoteId;
    const body = { reason: 'note' as const, page: { unseen: [], cursor: page.nextCursor } };
    const { removed, replacements } = await priya.call(notInterested, { params: { noteId }, body });
    expect([removed, replacements.length]).toEqual([[noteId], 1]);
    const events = replacements.map(({ token = '' }) => ({ kind: 'impression' as const, token }));
    expect(await priya.call(routes.feed.events, { body: { events } })).toEqual({ accepted: 1 });
    await house.drain();
  });

  test('at the end of the feed nothing comes in its place', async () => {
    await using town = await openTown();
    const { priya } = town;
    const { items, nextCursor } = await priya.call(routes.feed.discover, { query: { limit: 50 } });
    expect(nextCursor).toBeUndefined();
    const [first, ...unseen] = items.map(({ id }) => id);
    const body = { reason: 'language' as const, page: { unseen } };
    const answer = await priya.call(notInterested, { params: { noteId: first as NoteId }, body });
    const language = items[0]?.language;
    expect(answer.removed).toEqual(items.filter((card) => card.language === language).map(({ id }) => id));
    expect([answer.replacements, answer.nextCursor]).toEqual([[], undefined]);
  });

  test('a page mark of another reader or list is refused before anything is written', async () => {
    await using town = await openTown();
    const { house, priya, linwan, byJake } = town;
    const others = await linwan.call(routes.feed.discover, { query: { limit: 2 } });
    const params = { noteId: byJake[0] as NoteId };
    for (const cursor of [others.nextCursor ?? '', 'AAAA']) {
      const body = { reason: 'note' as const, page: { unseen: [], cursor } };
      expect((await priya.refused(notInterested, { params, body })).code).toBe('invalid-cursor');
    }
    expect(await house.db.selectFrom('not_interested').selectAll().execute()).toEqual([]);
  });
});

describe('topics', () => {
  test('one of the note’s topics in whatever spelling, or all of them', async () => {
    await using town = await openTown();
    const { house, jake, priya, byJake } = town;
    const told = listen(house);
    const noteId = byJake[0] as NoteId;
    const [wood, home] = [await topicIdOf(house, 'woodwork'), await topicIdOf(house, 'home')];
    const spelt = await publish(jake, 'Ein Stuhl aus Eiche', ['Holzarbeit']);
    await house.drain();
    const concept = house.teahouse.deps.ids.next();
    await house.db
      .updateTable('topic')
      .set({ concept_id: concept })
      .where('name', 'in', ['woodwork', 'Holzarbeit'])
      .execute();
    const body = { reason: 'topic' as const, topicId: wood as never, page: { unseen: [spelt] } };
    const { receipt, removed } = await priya.call(notInterested, { params: { noteId }, body });
    expect([receipt.topic?.name, removed]).toEqual(['woodwork', [noteId, spelt]]);
    expect((await priya.call(routes.feed.discover)).items.map(({ id }) => id)).not.toContain(spelt);
    await priya.call(notInterested, { params: { noteId }, body: { reason: 'topic' } });
    await priya.call(undoNotInterested, { params: { noteId } });
    await house.drain();
    const spare = { kind: 'spare', what: 'topic', note: noteId };
    expect(told).toEqual([
      { ...spare, id: noteId, subject: concept },
      { kind: 'unspare', id: noteId },
      { ...spare, id: noteId, subject: concept },
      { ...spare, id: `${noteId} 1`, subject: home },
      { kind: 'unspare', id: noteId },
      { kind: 'unspare', id: `${noteId} 1` },
    ]);
  });

  test('a topic that is not the note’s, or not asked about, is refused', async () => {
    await using town = await openTown();
    const { house, priya, byJake } = town;
    const topicId = (await topicIdOf(house, '家常菜')) as never;
    for (const reason of ['topic', 'author'] as const) {
      const body = { reason, topicId };
      const refusal = await priya.refused(notInterested, { params: { noteId: byJake[0] as NoteId }, body });
      expect(refusal).toMatchObject({ code: 'invalid-request', fields: [{ pointer: '/body/topicId' }] });
    }
  });

  test('a note without topics is spared itself', async () => {
    await using town = await openTown();
    const { house, jake, priya } = town;
    const told = listen(house);
    const noteId = await publish(jake, 'Nothing in particular');
    const { receipt } = await priya.call(notInterested, { params: { noteId }, body: { reason: 'topic' } });
    expect(receipt.topic).toBeUndefined();
    await house.drain();
    expect(told).toEqual([{ kind: 'spare', id: noteId, what: 'note', note: noteId, subject: noteId }]);
  });
});

describe('the list', () => {
  test('shows what I am not interested in, newest first, page by page, and taking back removes it', async () => {
    await using town = await openTown();
    const { house, priya, byJake, byLinwan } = town;
    const said = [
      [byLinwan[0], 'author'],
      [byJake[0], 'language'],
      [byJake[1], 'note'],
    ] as const;
    for (const [noteId, reason] of said) {
      await priya.call(notInterested, { params: { noteId: noteId as NoteId }, body: { reason } });
      house.advance('1m');
    }
    const first = await priya.call(listSpared, { query: { limit: 2 } });
    expect(first.items.map(({ what, noteTitle }) => [what, noteTitle])).toEqual([
      ['note', 'A bird box'],
      ['language', 'An oak chair'],
    ]);
    expect([first.items[0]?.halfAgainAt, first.items[1]?.language]).toEqual([undefined, 'en']);
    const second = await priya.call(listSpared, { query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect([second.items.map(({ author }) => author?.handle), second.nextCursor]).toEqual([['linwan'], undefined]);
    await priya.call(undoNotInterested, { params: { noteId: byJake[0] as NoteId } });
    expect((await priya.call(get)).sparedCount).toBe(2);
    expect((await priya.call(listSpared)).items.map(({ what }) => what)).toEqual(['note', 'author']);
  });

  test('keeps no words of a note that was withdrawn', async () => {
    await using town = await openTown();
    const { linwan, priya, byLinwan } = town;
    const params = { noteId: byLinwan[0] as NoteId };
    await priya.call(notInterested, { params, body: { reason: 'note' } });
    await linwan.call(routes.notes.delete, { params });
    expect((await priya.call(listSpared)).items).toMatchObject([{ noteId: byLinwan[0], noteTitle: '' }]);
  });
});
