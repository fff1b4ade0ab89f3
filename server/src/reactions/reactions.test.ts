import { type BoardId, type NoteId, routes } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const { like, unlike, collect, uncollect, share, notInterested, undoNotInterested, listLiked } = routes.reactions;

async function publish(person: Person, title = '猫税'): Promise<NoteId> {
  return (await person.call(routes.notes.publish, { body: { title } })).id;
}

const on = (noteId: NoteId) => ({ params: { noteId } });

async function statsOf(house: TestHouse, noteId: NoteId) {
  const row = await house.db
    .selectFrom('note_stat')
    .innerJoin('note', 'note.id', 'note_stat.note_id')
    .innerJoin('member_stat', 'member_stat.member_id', 'note.author_id')
    .select(['likes', 'collects', 'shares', 'received'])
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();
  return row;
}

async function openNote() {
  const house = await openTeahouse();
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  return {
    house,
    linwan,
    mia,
    noteId: await publish(linwan),
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
}

describe('likes', () => {
  test('a like is a row, two counters and an event; taking it back leaves nothing', async () => {
    await using scene = await openNote();
    const { house, mia, noteId } = scene;
    expect(await mia.call(like, on(noteId))).toEqual({ likes: true, likeCount: 1 });
    expect(await statsOf(house, noteId)).toMatchObject({ likes: 1, received: 1 });
    const events = await house.db.selectFrom('outbox').select('name').where('name', '=', 'note.liked').execute();
    expect(events).toHaveLength(1);
    expect((await mia.call(routes.notes.get, on(noteId))).viewer).toEqual({ likes: true, collects: false });

    expect(await mia.call(unlike, on(noteId))).toEqual({ likes: false, likeCount: 0 });
    expect(await mia.call(unlike, on(noteId))).toEqual({ likes: false, likeCount: 0 });
    expect(await statsOf(house, noteId)).toMatchObject({ likes: 0, received: 0 });
  });

  test('E1 a like × 1,000 at once is one row and counts once', async () => {
    await using scene = await openNote();
    const { house, mia, noteId } = scene;
    const answers = await Promise.all(Array.from({ length: 1000 }, () => mia.call(like, on(noteId))));
    expect(answers.every(({ likes }) => likes)).toBe(true);
    expect(await statsOf(house, noteId)).toMatchObject({ likes: 1, received: 1 });
    expect(await house.db.selectFrom('note_like').selectAll().execute()).toHaveLength(1);
  });

  test('E2 a storm of likes and unlikes leaves counters equal to rows', async () => {
    await using scene = await openNote();
    const { house, noteId } = scene;
    const people = await Promise.all((['mia', 'jake', 'priya', 'linwan'] as const).map((name) => house.as(name)));
    await Promise.all(
      Array.from({ length: 800 }, (_, index) => {
        const person = people[index % 4] as Person;
        return person.call((index * 7) % 5 < 3 ? like : unlike, on(noteId));
      }),
    );
    const rows = await house.db.selectFrom('note_like').selectAll().execute();
    expect(await statsOf(house, noteId)).toMatchObject({ likes: rows.length, received: rows.length });
  });

  test('liked notes are listed last liked first, without those that closed', async () => {
    await using scene = await openNote();
    const { house, linwan, mia, noteId } = scene;
    const second = await publish(linwan, '红烧肉');
    const third = await publish(linwan, '小笼包');
    for (const id of [noteId, second, third]) {
      await mia.call(like, on(id));
      house.advance('1m');
    }
    await linwan.call(routes.notes.delete, on(second));
    const first = await mia.call(listLiked, { query: { limit: 1 } });
    expect(first.items.map(({ id }) => id)).toEqual([third]);
    const rest = await mia.call(listLiked, { query: { limit: 1, cursor: first.nextCursor ?? '' } });
    expect(rest.items.map(({ id }) => id)).toEqual([noteId]);
    expect(rest.nextCursor).toBeUndefined();
  });
});

const reactions = [
  { name: 'like', react: (person: Person, noteId: NoteId) => person.refused(like, on(noteId)) },
  { name: 'collect', react: (person: Person, noteId: NoteId) => person.refused(collect, { ...on(noteId), body: {} }) },
];

describe.for(reactions)('$name', ({ react }) => {
  test('E3 is not possible on a removed note, not even for its author', async () => {
    await using scene = await openNote();
    const { house, linwan, mia, noteId } = scene;
    await house.db.updateTable('note').set({ compliance: 'removed' }).execute();
    // The first request still believes its memory: the row decides.
    for (const person of [linwan, mia, linwan]) expect((await react(person, noteId)).status).toBe(404);
    expect(await statsOf(house, noteId)).toMatchObject({ likes: 0, collects: 0 });
  });

  test('C17 a deleted note takes no more of it', async () => {
    await using scene = await openNote();
    const { linwan, mia, noteId } = scene;
    await linwan.call(routes.notes.delete, on(noteId));
    expect((await react(mia, noteId)).code).toBe('not-found');
  });

  test('D3 whoever the author blocks is refused', async () => {
    await using scene = await openNote();
    const { linwan, mia, noteId } = scene;
    await linwan.call(routes.follows.block, { params: { handle: mia.handle } });
    expect((await react(mia, noteId)).code).toBe('blocked-by-member');
  });
});

test('C17 likes racing with the deletion of their note never leave the author with more than rows', async () => {
  await using scene = await openNote();
  const { house, linwan, noteId } = scene;
  const people = await Promise.all((['mia', 'jake', 'priya', 'hana', 'zhou'] as const).map((name) => house.as(name)));
  const likes = people.map((person) => person.send({ method: 'PUT', url: `/api/notes/${noteId}/like` }));
  const [deleted, ...answers] = await Promise.all([
    linwan.send({ method: 'DELETE', url: `/api/notes/${noteId}` }),
    ...likes,
  ]);
  expect(deleted.status).toBe(204);
  for (const { status } of answers) expect([200, 404]).toContain(status);
  expect(await statsOf(house, noteId)).toMatchObject({ received: 0 });
});

describe('E6 the id of a note is checked', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTeahouse();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const cases = [
    { id: '12', status: 400 },
    { id: '0194636c-0000-4000-8000-000000000000', status: 400 },
    { id: '..%2F..%2Fetc', status: 400 },
    { id: '1%27%20or%20%271%27%3D%271', status: 400 },
    { id: '%00', status: 400 },
    { id: '0194636c-0000-7000-8000-000000000000', status: 404 },
  ];
  test.for(cases)('E6 $id → $status', async ({ id, status }) => {
    const mia = await house.as('mia');
    expect((await mia.send({ method: 'PUT', url: `/api/notes/${id}/like` })).status).toBe(status);
  });

  test('E6 the id of a member → 404', async () => {
    const mia = await house.as('mia');
    expect((await mia.refused(like, { params: { noteId: mia.memberId as NoteId } })).status).toBe(404);
  });
});

describe('collecting', () => {
  test('without a board a note goes to the default one; naming another moves it and counts once', async () => {
    await using scene = await openNote();
    const { house, mia, noteId } = scene;
    const first = await mia.call(collect, { ...on(noteId), body: {} });
    expect(first).toMatchObject({ collects: true, collectCount: 1 });
    const board = await mia.call(routes.boards.create, { body: { name: 'Cats' } });
    const moved = await mia.call(collect, { ...on(noteId), body: { boardId: board.id } });
    expect(moved).toEqual({ collects: true, collectCount: 1, boardId: board.id });
    expect(await mia.call(collect, { ...on(noteId), body: {} })).toEqual(moved);
    expect(await statsOf(house, noteId)).toMatchObject({ collects: 1, received: 1 });

    expect(await mia.call(uncollect, on(noteId))).toEqual({ collects: false, collectCount: 0 });
    expect(await statsOf(house, noteId)).toMatchObject({ collects: 0, received: 0 });
  });

  test('a missing default board is made', async () => {
    await using scene = await openNote();
    const { house, mia, noteId } = scene;
    await house.db.deleteFrom('board').where('member_id', '=', mia.memberId).execute();
    const { boardId } = await mia.call(collect, { ...on(noteId), body: {} });
    const { items } = await mia.call(routes.boards.listMine);
    expect(items).toMatchObject([{ id: boardId, isDefault: true, noteCount: 1, covers: [{ kind: 'text' }] }]);
  });

  test("E5 another's board → 404", async () => {
    await using scene = await openNote();
    const { house, linwan, mia, noteId } = scene;
    const board = await linwan.call(routes.boards.create, { body: { name: '家常菜' } });
    const problem = await mia.refused(collect, { ...on(noteId), body: { boardId: board.id } });
    expect(problem.status).toBe(404);
    expect(await house.db.selectFrom('collect').selectAll().execute()).toEqual([]);
    expect(await statsOf(house, noteId)).toMatchObject({ collects: 0 });
  });
});

describe('boards', () => {
  test('made, renamed, closed, deleted with what was collected', async () => {
    await using scene = await openNote();
    const { house, mia, noteId } = scene;
    const made = await mia.call(routes.boards.create, { body: { name: ' Cats  of\nShanghai ' } });
    expect(made).toMatchObject({ name: 'Cats of Shanghai', isOpen: true, isDefault: false, noteCount: 0, covers: [] });
    await mia.call(collect, { ...on(noteId), body: { boardId: made.id } });
    const params = { boardId: made.id };
    const changed = await mia.call(routes.boards.update, { params, body: { name: 'Cats', isOpen: false } });
    expect(changed).toMatchObject({ name: 'Cats', isOpen: false, noteCount: 1 });

    await mia.call(routes.boards.delete, { params });
    expect(await statsOf(house, noteId)).toMatchObject({ collects: 0, received: 0 });
    expect((await mia.refused(routes.boards.listNotes, { params })).status).toBe(404);
  });

  test("a closed board is its owner's business; an open one is for everybody", async () => {
    await using scene = await openNote();
    const { house, linwan, mia, noteId } = scene;
    const open = await mia.call(routes.boards.create, { body: { name: 'Open' } });
    const closed = await mia.call(routes.boards.create, { body: { name: 'Closed', isOpen: false } });
    await mia.call(collect, { ...on(noteId), body: { boardId: open.id } });
    const page = await house.stranger().call(routes.boards.listNotes, { params: { boardId: open.id } });
    expect(page.items.map(({ id }) => id)).toEqual([noteId]);
    expect(page.owner.handle).toBe('mia');
    for (const person of [linwan, house.stranger()]) {
      const problem = await person.refused(routes.boards.listNotes, { params: { boardId: closed.id } });
      expect(problem.status).toBe(404);
    }
    expect((await mia.call(routes.boards.listNotes, { params: { boardId: closed.id } })).items).toEqual([]);
  });

  test('the default board stays', async () => {
    await using house = await openTeahouse();
    const mia = await house.as('mia');
    const [board] = (await mia.call(routes.boards.listMine)).items;
    const params = { boardId: board?.id as BoardId };
    expect((await mia.refused(routes.boards.delete, { params })).code).toBe('conflict');
  });

  test('there are at most 200, also when the last ones are asked for at once', async () => {
    await using house = await openTeahouse();
    const mia = await house.as('mia');
    const { ids } = house.teahouse.deps;
    const at = new Date('2025-01-14T04:00:00Z');
    const boards = Array.from({ length: 197 }, (_, index) => ({ id: ids.next(), name: `Board ${index}` }));
    await house.db
      .insertInto('board')
      .values(boards.map((board) => ({ ...board, member_id: mia.memberId, created_at: at, updated_at: at })))
      .execute();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        mia.send({ method: 'POST', url: '/api/me/boards', payload: { name: `One more ${index}` } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409, 409, 409]);
    expect((await mia.call(routes.boards.listMine)).items).toHaveLength(200);
  });

  test("nobody changes another's board", async () => {
    await using house = await openTeahouse();
    const [mia, jake] = [await house.as('mia'), await house.as('jake')];
    const board = await mia.call(routes.boards.create, { body: { name: 'Mine' } });
    const params = { boardId: board.id };
    expect((await jake.refused(routes.boards.update, { params, body: { name: 'His' } })).status).toBe(404);
    expect((await jake.refused(routes.boards.delete, { params })).status).toBe(404);
  });

  test('C14 the same idempotency key makes one board', async () => {
    await using house = await openTeahouse();
    const mia = await house.as('mia');
    const options = { body: { name: 'Once' }, headers: { 'idempotency-key': 'board-1' } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => mia.call(routes.boards.create, options)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await mia.call(routes.boards.listMine)).items.filter(({ name }) => name === 'Once')).toHaveLength(1);
  });
});

test('a share counts once for each member', async () => {
  await using scene = await openNote();
  const { house, linwan, mia, noteId } = scene;
  await mia.call(share, on(noteId));
  expect(await mia.call(share, on(noteId))).toEqual({ shareCount: 1 });
  expect(await linwan.call(share, on(noteId))).toEqual({ shareCount: 2 });
  expect(await statsOf(house, noteId)).toMatchObject({ shares: 2 });
});

test('"not interested" remembers what the note was about, and can be taken back', async () => {
  await using scene = await openNote();
  const { house, linwan, mia, noteId } = scene;
  await mia.call(notInterested, { ...on(noteId), body: { reason: 'note' } });
  const { receipt } = await mia.call(notInterested, { ...on(noteId), body: { reason: 'author' } });
  expect(receipt).toMatchObject({ noteId, what: 'author', author: { handle: 'linwan' } });
  const rows = await house.db.selectFrom('not_interested').selectAll().execute();
  expect(rows).toMatchObject([
    { member_id: mia.memberId, author_id: linwan.memberId, reason: 'author', language: 'zh' },
  ]);
  await mia.call(undoNotInterested, on(noteId));
  expect(await house.db.selectFrom('not_interested').selectAll().execute()).toEqual([]);
});

test('E9 an unknown reason → 400', async () => {
  await using scene = await openNote();
  const { mia, noteId } = scene;
  const answered = await mia.send({
    method: 'PUT',
    url: `/api/notes/${noteId}/not-interested`,
    payload: { reason: 'weather' },
  });
  expect(answered.status).toBe(400);
});

test('E10 a suspended member with an open session is not signed in any more', async () => {
  await using scene = await openNote();
  const { house, mia, noteId } = scene;
  await house.db.updateTable('member').set({ state: 'suspended' }).where('id', '=', mia.memberId).execute();
  house.teahouse.features.accounts.forgetSessions(mia.memberId);
  expect((await mia.refused(like, on(noteId))).status).toBe(401);
});

test('what was given and taken back is announced once each, for those who learn from it', async () => {
  await using house = await openTeahouse();
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const { id: noteId } = await linwan.call(routes.notes.publish, { body: { title: '红烧肉', text: '小火慢炖' } });
  await house.drain();
  const told: string[] = [];
  const names = ['note.unliked', 'note.uncollected', 'note.shared', 'note.reported', 'member.unfollowed'] as const;
  house.teahouse.deps.events.onSequence(names, (events) => {
    told.push(...events.map(({ name }) => name));
  });
  const params = { noteId };
  for (let time = 0; time < 2; time += 1) {
    await mia.call(routes.reactions.like, { params });
    await mia.call(routes.reactions.collect, { params, body: {} });
    await mia.call(routes.reactions.unlike, { params });
    await mia.call(routes.reactions.uncollect, { params });
    await mia.call(routes.reactions.share, { params });
  }
  await mia.call(routes.follows.follow, { params: { handle: 'linwan' } });
  await mia.call(routes.follows.unfollow, { params: { handle: 'linwan' } });
  await mia.call(routes.moderation.report, { body: { subject: { kind: 'note', id: noteId }, reason: 'spam' } });
  await house.drain();
  expect(told).toEqual([
    'note.unliked',
    'note.uncollected',
    'note.shared',
    'note.unliked',
    'note.uncollected',
    'member.unfollowed',
    'note.reported',
  ]);
});
