import { routes } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

let house: TestHouse;
let linwan: Person;

beforeAll(async () => {
  house = await openTeahouse();
  linwan = await house.as('linwan');
});
afterAll(() => house[Symbol.asyncDispose]());

describe('publishing', () => {
  test('a text-cover note is there for everyone, with all that hangs on it', async () => {
    const note = await linwan.call(routes.notes.publish, {
      body: {
        title: '猫把鱼吃了',
        text: '年夜饭的鱼被 #猫税 猫吃了 #猫咪日常',
        topics: ['美食'],
        textCover: 'jade',
        format: 'cat-tax',
      },
    });
    expect(note).toMatchObject({
      language: 'zh',
      languageSource: 'detected',
      compliance: 'allowed',
      version: 1,
      isAuthor: true,
      cover: { kind: 'text', template: 'jade', text: '猫把鱼吃了' },
    });
    expect(note.topics.map((topic) => topic.name)).toEqual(['美食', '猫税', '猫咪日常']);
    const seen = await house.stranger().call(routes.notes.get, { params: { noteId: note.id } });
    expect({ ...seen, viewer: undefined }).toEqual({ ...note, viewer: undefined, isAuthor: false });
    const row = await house.db.selectFrom('note').selectAll().where('id', '=', note.id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ category: 'cats', country: null, text_cover: 'jade' });
    const bands = await house.db.selectFrom('note_fingerprint').select('band').where('note_id', '=', note.id).execute();
    expect(bands).toHaveLength(4);
    const outbox = await house.db.selectFrom('outbox').select('name').where('name', '=', 'note.published').execute();
    expect(outbox).toHaveLength(1);
    const stat = await house.db
      .selectFrom('member_stat')
      .select('notes')
      .where('member_id', '=', linwan.memberId)
      .executeTakeFirst();
    expect(stat?.notes).toBe(1);
  });

  test('a published draft is gone', async () => {
    const draft = await linwan.call(routes.notes.createDraft, { body: { title: 'half a thought' } });
    await linwan.call(routes.notes.publish, { body: { title: 'A whole thought now', draftId: draft.id } });
    expect((await linwan.call(routes.notes.listDrafts)).items).toEqual([]);
  });

  test('C14 one key, fifty parallel requests: one note, fifty equal answers', async () => {
    const send = () =>
      linwan.send({
        method: 'POST',
        url: '/api/notes',
        payload: { title: '只发一次 once only' },
        headers: { 'idempotency-key': 'c14' },
      });
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const rows = await house.db.selectFrom('note').select('id').where('title', '=', '只发一次 once only').execute();
    expect(rows).toHaveLength(1);
  });

  test('C15 the same key with another body is refused', async () => {
    const send = (title: string) =>
      linwan.send({ method: 'POST', url: '/api/notes', payload: { title }, headers: { 'idempotency-key': 'c15' } });
    expect((await send('first words')).status).toBe(201);
    expect((await send('other words')).status).toBe(422);
  });

  test.each([
    ['C16 empty', ''],
    ['C16 10 kB', 'k'.repeat(10_000)],
  ])('%s idempotency key is refused', async (_case, key) => {
    const answer = await linwan.send({
      method: 'POST',
      url: '/api/notes',
      payload: { title: 'keyed' },
      headers: { 'idempotency-key': key },
    });
    expect(answer.status).toBe(400);
  });
});
