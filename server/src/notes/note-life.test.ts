import { type MediaId, type NoteId, routes } from '@teahouse/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

let house: TestHouse;
let linwan: Person;
let jake: Person;

beforeAll(async () => {
  house = await openTeahouse();
  [linwan, jake] = [await house.as('linwan'), await house.as('jake')];
});
afterAll(() => house[Symbol.asyncDispose]());

describe('an edited note', () => {
  let noteId: NoteId;
  beforeEach(async () => {
    const body = { title: '第一次煮面', text: '水开了再下面 #面条 @jake', topics: ['厨房'] };
    noteId = (await linwan.call(routes.notes.publish, { body })).id as NoteId;
  });

  test('keeps its former words in the history and everything else follows the new ones', async () => {
    house.advance('5m');
    const edited = await edit({ title: 'Noodles, take two', text: 'Salt the water. #noodles' }, { 'if-match': '"1"' });
    expect(edited).toMatchObject({ language: 'en', version: 2, editedAt: '2025-01-14T04:05:00.000Z', mentions: [] });
    expect(edited.topics.map((topic) => topic.name)).toEqual(['厨房', 'noodles']);
    const { items } = await jake.call(routes.notes.history, { params: { noteId } });
    expect(items).toEqual([
      { version: 1, title: '第一次煮面', text: '水开了再下面 #面条 @jake', editedAt: '2025-01-14T04:00:00.000Z' },
    ]);
    const found = await house.db
      .selectFrom('note_search')
      .select('tokens')
      .where('note_id', '=', noteId)
      .executeTakeFirstOrThrow();
    expect(found.tokens).toContain('noodles');
    expect(found.tokens).not.toContain('面');
    expect(await topicCount('面条')).toBe(0);
  });

  test('B8 is refused when it was changed meanwhile', async () => {
    await edit({ title: 'One' }, {});
    const refused = await linwan.refused(routes.notes.edit, {
      params: { noteId },
      body: { title: 'Two' },
      headers: { 'if-match': '"1"' },
    });
    expect(refused).toMatchObject({ status: 412, code: 'changed-meanwhile' });
  });

  test('two edits at once: one of them wins, neither is lost from the history', async () => {
    const both = ['Left', 'Right'].map((title) =>
      linwan.send({ method: 'PATCH', url: `/api/notes/${noteId}`, payload: { title } }),
    );
    const statuses = (await Promise.all(both)).map((answer) => answer.status).sort();
    expect([
      [200, 200],
      [200, 412],
    ]).toContainEqual(statuses);
    const { version } = await linwan.call(routes.notes.get, { params: { noteId } });
    const { items } = await linwan.call(routes.notes.history, { params: { noteId } });
    expect(items).toHaveLength(version - 1);
  });

  test("C9 someone else's note → 404", async () => {
    expect((await jake.refused(routes.notes.edit, { params: { noteId }, body: { title: 'Mine' } })).code).toBe(
      'not-found',
    );
    expect((await jake.refused(routes.notes.delete, { params: { noteId } })).code).toBe('not-found');
    expect(
      (await jake.refused(routes.notes.correctLanguage, { params: { noteId }, body: { language: 'en' } })).code,
    ).toBe('not-found');
  });

  test('C10 after removal → 409, and it stays removed', async () => {
    await setCompliance(noteId, 'removed');
    expect((await linwan.refused(routes.notes.edit, { params: { noteId }, body: { title: 'Better' } })).code).toBe(
      'note-removed',
    );
    expect((await linwan.call(routes.notes.get, { params: { noteId } })).compliance).toBe('removed');
    expect((await jake.refused(routes.notes.get, { params: { noteId } })).code).toBe('not-found');
  });

  test.each(['held', 'limited'] as const)('C11 while it is %s stays so', async (compliance) => {
    await setCompliance(noteId, compliance);
    expect((await edit({ title: '第一次煮面。' }, {})).compliance).toBe(compliance);
  });

  test('cannot be found by anyone once deleted, and leaves no counter behind', async () => {
    const before = await noteCount();
    const topics = await topicCount('厨房');
    await linwan.call(routes.notes.delete, { params: { noteId } });
    expect((await linwan.refused(routes.notes.get, { params: { noteId } })).code).toBe('not-found');
    expect((await linwan.refused(routes.notes.delete, { params: { noteId } })).code).toBe('not-found');
    expect((await linwan.refused(routes.notes.edit, { params: { noteId }, body: { title: 'Back' } })).code).toBe(
      'not-found',
    );
    expect(await noteCount()).toBe(before - 1);
    expect(await topicCount('厨房')).toBe(topics - 1);
    const row = await house.db
      .selectFrom('note')
      .select(['title', 'text'])
      .where('id', '=', noteId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ title: '', text: '' });
  });

  async function edit(body: object, headers: Record<string, string>) {
    return linwan.call(routes.notes.edit, { params: { noteId }, body, headers });
  }
});

describe('C17 deletion', () => {
  test('racing with likes, collects and comments leaves 404s and counters that equal their rows', async () => {
    const { id } = await linwan.call(routes.notes.publish, { body: { title: 'Here one moment', text: '#gone' } });
    const received = await receivedCount();
    const send = (method: string, url: string, payload?: object) =>
      jake.send({ method, url, ...(payload ? { payload } : {}) });
    const answers = await Promise.all([
      send('PUT', `/api/notes/${id}/like`),
      send('PUT', `/api/notes/${id}/collect`, {}),
      send('POST', `/api/notes/${id}/comments`, { text: 'wait' }),
      linwan.send({ method: 'DELETE', url: `/api/notes/${id}` }),
      send('DELETE', `/api/notes/${id}/like`),
      send('PUT', `/api/notes/${id}/like`),
    ]);
    expect(answers.filter((answer) => answer.status >= 500)).toEqual([]);
    expect(answers[3]?.status).toBe(204);
    expect(await receivedCount()).toBe(received);
    for (const [method, path, payload] of [
      ['PUT', 'like'],
      ['PUT', 'collect', {}],
      ['POST', 'comments', { text: 'too late' }],
      ['POST', 'shares'],
      ['GET', 'thread'],
    ] as const) {
      expect((await send(method, `/api/notes/${id}/${path}`, payload)).status, path).toBe(404);
    }
  });
});

describe('pictures', () => {
  test('of an edited or deleted note are free to go, unless another note shows them', async () => {
    const [shared, own] = [await storePicture(), await storePicture()];
    const first = await linwan.call(routes.notes.publish, {
      body: {
        title: 'One',
        pictures: [
          { mediaId: shared, alt: 'a' },
          { mediaId: own, alt: 'b' },
        ],
      },
    });
    const second = await linwan.call(routes.notes.publish, {
      body: { title: 'Two', pictures: [{ mediaId: shared, alt: 'c' }] },
    });
    expect(first.pictures.map((picture) => picture.alt)).toEqual(['a', 'b']);
    await linwan.call(routes.notes.edit, { params: { noteId: first.id }, body: { pictures: [] } });
    expect([await isUsed(shared), await isUsed(own)]).toEqual([true, false]);
    await linwan.call(routes.notes.delete, { params: { noteId: second.id } });
    expect(await isUsed(shared)).toBe(false);
  });
});

describe('a held note', () => {
  test('waits for review: only its author sees it, nobody is told', async () => {
    const wordBank = house.teahouse.features.moderation.wordBank;
    const term = ['加微信看片', '代开发票', '刷单', '兼职刷单', 'casino', 'free crypto'].find(
      (words) => wordBank.check(words).terms.length > 0,
    );
    expect(term).toBeDefined();
    await house.db.deleteFrom('outbox').execute();
    const note = await linwan.call(routes.notes.publish, { body: { title: 'Look here', text: `${term} @jake` } });
    expect(note.compliance).toBe('held');
    expect((await jake.refused(routes.notes.get, { params: { noteId: note.id } })).code).toBe('not-found');
    const [report] = await house.db.selectFrom('report').selectAll().where('subject_id', '=', note.id).execute();
    expect(report).toMatchObject({ reason: 'word-bank', state: 'open', author_id: linwan.memberId });
    const told = await house.db.selectFrom('outbox').select('name').where('name', '=', 'member.mentioned').execute();
    expect(told).toEqual([]);
    const edited = await linwan.call(routes.notes.edit, { params: { noteId: note.id }, body: { text: 'nothing now' } });
    expect(edited.compliance).toBe('held');
  });
});

describe('the language', () => {
  test.each([
    ['大丈夫', 'ja', 200],
    ['My cat opened the fridge and ate all the fish', 'es', 200],
    ['今天做了红烧肉给大家看看', 'en', 400],
    ['오늘 저녁은 김치찌개입니다', 'zh', 400],
  ])('of %s corrected to %s → %i', async (title, language, status) => {
    const { id } = await linwan.call(routes.notes.publish, { body: { title } });
    const answer = await linwan.send({ method: 'PUT', url: `/api/notes/${id}/language`, payload: { language } });
    expect(answer.status).toBe(status);
    const note = await linwan.call(routes.notes.get, { params: { noteId: id } });
    expect(note.language === language).toBe(status === 200);
    if (status === 200) expect(note.languageSource).toBe('author');
  });
});

describe('drafts', () => {
  test('are kept, replaced, listed and thrown away by their owner alone; fifty at most', async () => {
    const draft = await linwan.call(routes.notes.createDraft, { body: { text: 'a beginning' } });
    const params = { draftId: draft.id };
    expect((await jake.refused(routes.notes.updateDraft, { params, body: { text: 'x' } })).code).toBe('not-found');
    expect((await jake.refused(routes.notes.deleteDraft, { params })).code).toBe('not-found');
    house.advance('1m');
    await linwan.call(routes.notes.updateDraft, { params, body: { title: 'Titled', text: 'a middle' } });
    expect((await linwan.call(routes.notes.listDrafts)).items).toMatchObject([{ title: 'Titled', text: 'a middle' }]);
    const more = await Promise.all(
      Array.from({ length: 55 }, (_, index) =>
        linwan.send({ method: 'POST', url: '/api/me/drafts', payload: { title: `${index}` } }),
      ),
    );
    expect(more.filter((answer) => answer.status === 201)).toHaveLength(49);
    expect(more.filter((answer) => answer.status === 409)).toHaveLength(6);
    await linwan.call(routes.notes.deleteDraft, { params });
    expect((await linwan.call(routes.notes.listDrafts)).items).toHaveLength(49);
  });
});

describe('a page of a note', () => {
  test('is one request of at most six statements, two when it is warm', async () => {
    const { id } = await linwan.call(routes.notes.publish, { body: { title: 'Read me', text: '#one #two' } });
    const read = () => jake.call(routes.notes.getThread, { params: { noteId: id } });
    const thread = await read();
    expect(thread.note).toMatchObject({ title: 'Read me', isAuthor: false, viewer: { likes: false, collects: false } });
    expect(thread.comments).toEqual({ items: [] });
    house.teahouse.features.readers.notes.invalidate(id);
    expect(await house.countQueries(read)).toBeLessThanOrEqual(6);
    expect(await house.countQueries(read)).toBeLessThanOrEqual(2);
  });
});

async function setCompliance(noteId: NoteId, compliance: 'held' | 'limited' | 'removed') {
  await house.db.updateTable('note').set({ compliance }).where('id', '=', noteId).execute();
  house.teahouse.features.readers.notes.invalidate(noteId);
}

async function receivedCount(): Promise<number> {
  const row = await house.db
    .selectFrom('member_stat')
    .select('received')
    .where('member_id', '=', linwan.memberId)
    .executeTakeFirstOrThrow();
  return row.received;
}

async function noteCount(): Promise<number> {
  const row = await house.db
    .selectFrom('member_stat')
    .select('notes')
    .where('member_id', '=', linwan.memberId)
    .executeTakeFirstOrThrow();
  return row.notes;
}

async function topicCount(name: string): Promise<number> {
  const row = await house.db
    .selectFrom('topic')
    .innerJoin('topic_stat', 'topic_stat.topic_id', 'topic.id')
    .select('notes')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.notes ?? 0;
}

function storePicture(): Promise<MediaId> {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return house.teahouse.features.media.storePicture(linwan.memberId, pixel);
}

async function isUsed(mediaId: MediaId): Promise<boolean> {
  const row = await house.db.selectFrom('media').select('used_at').where('id', '=', mediaId).executeTakeFirstOrThrow();
  return row.used_at !== null;
}
