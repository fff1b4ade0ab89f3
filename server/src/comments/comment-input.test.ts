import { type CommentId, type NoteId, routes } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const { post, list } = routes.comments;
const on = (noteId: NoteId) => ({ params: { noteId } });

async function publish(person: Person, title = '红烧肉'): Promise<NoteId> {
  return (await person.call(routes.notes.publish, { body: { title } })).id;
}

async function say(person: Person, noteId: NoteId, text: string, parentId?: CommentId) {
  return person.call(post, { ...on(noteId), body: { text, ...(parentId ? { parentId } : {}) } });
}

async function countsOf(house: TestHouse, noteId: NoteId) {
  const { comments } = await house.db
    .selectFrom('note_stat')
    .select('comments')
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();
  const rows = await house.db.selectFrom('comment').select('id').where('note_id', '=', noteId).execute();
  return { counter: comments, rows: rows.length };
}

describe('bad input', () => {
  let house: TestHouse;
  let mia: Person;
  let noteId: NoteId;
  let otherNoteId: NoteId;
  let comment: CommentId;
  beforeAll(async () => {
    house = await openTeahouse();
    const linwan = await house.as('linwan');
    mia = await house.as('mia');
    [noteId, otherNoteId] = [await publish(linwan), await publish(linwan, '小笼包')];
    comment = (await say(mia, otherNoteId, 'Lovely')).id;
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const bodies = [
    { name: 'C5 nothing but invisible characters', body: () => ({ text: '\u200b\u3164 ' }), status: 400 },
    { name: 'an empty body', body: () => ({}), status: 400 },
    { name: 'D1 parent in another note', body: () => ({ text: 'Hi', parentId: comment }), status: 400 },
    { name: 'an unknown parent', body: () => ({ text: 'Hi', parentId: noteId }), status: 404 },
    { name: 'D4 10,000 ZWJ sequences', body: () => ({ text: '👩‍👩‍👧‍👦'.repeat(10_000) }), status: 400 },
    { name: '1,001 letters', body: () => ({ text: 'a'.repeat(1001) }), status: 400 },
    { name: 'C6 a lone surrogate', body: () => ({ text: 'broken \ud800 text' }), status: 400 },
    { name: 'a picture without a description', body: () => ({ pictures: [{ mediaId: comment }] }), status: 400 },
    {
      name: 'a description of nothing',
      body: () => ({ pictures: [{ mediaId: comment, alt: '\u200b' }] }),
      status: 400,
    },
    {
      name: 'four pictures',
      body: () => ({ pictures: Array.from({ length: 4 }, () => ({ mediaId: comment, alt: 'A bowl' })) }),
      status: 400,
    },
    { name: 'text that is no text', body: () => ({ text: { $ne: null } }), status: 400 },
  ];
  test.for(bodies)('$name → $status', async ({ body, status }) => {
    const answered = await mia.send({ method: 'POST', url: `/api/notes/${noteId}/comments`, payload: body() });
    expect(answered.status).toBe(status);
    expect(await countsOf(house, noteId)).toEqual({ counter: 0, rows: 0 });
  });

  const queries = [
    'limit=-1',
    'limit=NaN',
    'limit=0',
    'cursor=x',
    'cursor=MScgb3IgJzEnPScx',
    `cursor=${'a'.repeat(3000)}`,
  ];
  test.for(queries)('D5 %s → 400', async (query) => {
    expect((await mia.send({ method: 'GET', url: `/api/notes/${noteId}/comments?${query}` })).status).toBe(400);
  });

  test('D5 limit=1e9 is lowered to the maximum', async () => {
    expect((await mia.send({ method: 'GET', url: `/api/notes/${noteId}/comments?limit=1e9` })).status).toBe(200);
  });

  test("D5 another reader's cursor → 400", async () => {
    const jake = await house.as('jake');
    for (let index = 0; index < 2; index += 1) await say(mia, otherNoteId, `Number ${index}`);
    const { nextCursor = '' } = await mia.call(list, { ...on(otherNoteId), query: { limit: 1 } });
    const problem = await jake.refused(list, { ...on(otherNoteId), query: { cursor: nextCursor } });
    expect(problem.code).toBe('invalid-cursor');
  });

  test('C12 compliance, time and counters in the body are ignored', async () => {
    const payload = {
      text: 'Hello',
      compliance: 'removed',
      likes: 99,
      createdAt: '1999-01-01T00:00:00Z',
      isPinned: true,
    };
    const answered = await mia.send({ method: 'POST', url: `/api/notes/${otherNoteId}/comments`, payload });
    expect(answered.body).toMatchObject({ compliance: 'allowed', likeCount: 0, isPinned: false });
    expect((answered.body as { createdAt: string }).createdAt).toMatch(/^2025/);
  });

  test('D3 on a note whose author blocks me → 403', async () => {
    const [wei, jake] = [await house.as('wei'), await house.as('jake')];
    const blockedNote = await publish(wei);
    await wei.call(routes.follows.block, { params: { handle: jake.handle } });
    expect((await jake.refused(post, { ...on(blockedNote), body: { text: 'Hi' } })).status).toBe(403);
    expect((await jake.refused(list, on(blockedNote))).status).toBe(404);
  });

  test('D9 a form sent from another site → 403', async () => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    const url = `/api/notes/${noteId}/comments`;
    expect((await mia.send({ method: 'POST', url, payload: { text: 'Hi' }, headers })).status).toBe(403);
  });
});

test('D2 a thousand levels are two', async () => {
  await using house = await openTeahouse();
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const noteId = await publish(linwan);
  const root = await say(mia, noteId, 'How deep does it go?');
  let last = root.id;
  for (let depth = 0; depth < 60; depth += 1) last = (await say(mia, noteId, `Level ${depth}`, last)).id;
  const parents = await house.db.selectFrom('comment').select('parent_id').distinct().execute();
  expect(parents.map((row) => row.parent_id).toSorted()).toEqual([root.id, null].toSorted());
});

test('D8 200 comments in a minute are too many', async () => {
  await using house = await openTeahouse({ rateLimitScale: 1 });
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const noteId = await publish(linwan);
  const url = `/api/notes/${noteId}/comments`;
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => mia.send({ method: 'POST', url, payload: { text: 'Hi' } })),
  );
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(100);
  expect(answers.every(({ status }) => status === 201 || status === 429)).toBe(true);
});
