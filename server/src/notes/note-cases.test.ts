import { type MediaId, type NoteId, routes } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { beginUpload, locationOf, mediaIdOf } from '../../test/uploads.ts';

let house: TestHouse;
let linwan: Person;
let jake: Person;
let mediaId: MediaId;

beforeAll(async () => {
  house = await openTeahouse();
  [linwan, jake] = [await house.as('linwan'), await house.as('jake')];
  mediaId = await storePicture(linwan);
});
afterAll(() => house[Symbol.asyncDispose]());

describe('refused at the door', () => {
  test.each([
    ['C1 no title', { title: '' }],
    ['C1 title of 61 graphemes', { title: '👨‍👩‍👧'.repeat(61) }],
    ['C1 title of 100,000 characters', { title: 'x'.repeat(100_000) }],
    ['C1 text of 5,001 graphemes', { title: 'x', text: '字'.repeat(5001) }],
    ['C4 eleven topics', { title: 'x', topics: Array.from({ length: 11 }, (_, index) => `t${index}`) }],
    ['C4 a topic of 10 kB', { title: 'x', topics: ['t'.repeat(10_000)] }],
    ['C5 a title nobody can see', { title: '\u200b\u3164\u200b' }],
    ['C6 half a surrogate pair', { title: 'x\ud800' }],
    [
      'C8 nineteen pictures',
      {
        title: 'x',
        pictures: Array.from({ length: 19 }, (_, index) => ({
          mediaId: `0194641c-0000-7000-8000-0000000000${10 + index}`,
        })),
      },
    ],
    ['C8 a picture id that is none', { title: 'x', pictures: [{ mediaId: '../../etc/passwd' }] }],
    ['C19 a format that does not exist', { title: 'x', format: 'poll' }],
    ['a cover that does not exist', { title: 'x', textCover: 'neon' }],
    ['a title that is an object', { title: { $ne: null } }],
  ])('%s → 400', async (_case, payload) => {
    const answer = await linwan.send({ method: 'POST', url: '/api/notes', payload });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  test('C6 invalid UTF-8 becomes no lone half', async () => {
    const payload = Buffer.concat([Buffer.from('{"title":"a'), Buffer.from([0xff, 0xfe]), Buffer.from('b"}')]);
    const answer = await linwan.send({
      method: 'POST',
      url: '/api/notes',
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status === 400 || (answer.body as { title: string }).title === 'a\ufffd\ufffdb').toBe(true);
  });

  test('C7 a body of 10 MB → 413', async () => {
    const answer = await linwan.send({
      method: 'POST',
      url: '/api/notes',
      payload: { title: 'x', text: 'x'.repeat(10_000_000) },
    });
    expect(answer).toMatchObject({ status: 413, body: { code: 'too-large' } });
  });

  test.each([
    ['C8 the same picture twice', () => [mediaId, mediaId], 400],
    ["C8 someone else's picture", async () => [await storePicture(jake)], 404],
    ['C8 a picture that never was', () => ['0194641c-0000-7000-8000-000000000000'], 404],
    ['C8 an upload that is not finished', async () => [mediaIdOf(locationOf(await beginUpload(linwan, 10)))], 400],
  ])('%s', async (_case, ids, status) => {
    const pictures = (await ids()).map((id) => ({ mediaId: id, alt: '' }));
    expect((await linwan.send({ method: 'POST', url: '/api/notes', payload: { title: 'x', pictures } })).status).toBe(
      status,
    );
  });
});

describe('taken as words, not as orders', () => {
  test.each([
    ['C2 script', '<script>alert(1)</script>'],
    ['C2 mXSS', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>'],
    ['C3 link', '[x](javascript:alert(1)) &#106;avascript:'],
  ])('%s stays text', async (_case, text) => {
    const note = await publish({ title: 'Words', text });
    expect(note.text).toBe(text);
  });

  test('C4 two hundred hashtags: ten count; an override in one is dropped', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `#tag${index}x`).join(' ');
    expect((await publish({ title: 'Many', text })).topics).toHaveLength(10);
    expect((await publish({ title: 'Turned', text: '#\u202egat#' })).text).toBe('#gat#');
  });

  test('C12 time, counters, state, author and country in the body change nothing', async () => {
    const { id } = await publish({
      title: 'Mine',
      createdAt: '1999-01-01T00:00:00Z',
      publishedAt: '1999-01-01T00:00:00Z',
      likeCount: 999,
      compliance: 'limited',
      authorId: jake.memberId,
      country: 'US',
      version: 7,
    });
    const note = await linwan.call(routes.notes.get, { params: { noteId: id } });
    expect(note).toMatchObject({
      publishedAt: '2025-01-14T04:00:00.000Z',
      likeCount: 0,
      compliance: 'allowed',
      version: 1,
    });
    expect([note.author.handle, note.country]).toEqual(['linwan', undefined]);
  });

  test.each([
    ['C18 says en, is zh', { title: '今天做了红烧肉给大家看看', language: 'en' }, 'zh'],
    ['C18 says zh, is en', { title: 'My cat opened the fridge and ate the fish', language: 'zh' }, 'en'],
    ['says ja, is hangul', { title: '오늘 저녁은 김치찌개입니다', language: 'ja' }, 'ko'],
    ['no letters at all', { title: '🐱🐱🐱' }, 'zxx'],
  ])('%s', async (_case, body, language) => {
    expect(await publish(body)).toMatchObject({ language, languageSource: 'detected' });
  });

  test('C21 a country claimed by headers of an untrusted peer is ignored', async () => {
    const headers = { 'cf-ipcountry': 'JP', 'x-forwarded-for': '8.8.8.8', 'x-real-ip': '8.8.8.8' };
    const answer = await linwan.send({ method: 'POST', url: '/api/notes', payload: { title: 'From here' }, headers });
    expect((answer.body as { country?: string }).country).toBeUndefined();
  });
});

describe('mentions', () => {
  test('C22 of very many, twenty are told; blocked members and oneself are not', async () => {
    const handles = await signUpMany(25);
    const blocked = await memberIdOf(handles[0] ?? '');
    await house.db
      .insertInto('block')
      .values({ member_id: blocked, blocked_id: linwan.memberId, at: new Date() })
      .execute();
    house.teahouse.features.readers.relations.invalidate(linwan.memberId);
    await house.db.deleteFrom('outbox').execute();
    const note = await publish({
      title: 'Hello all',
      text: `@linwan @nobody-at-all ${handles.map((handle) => `@${handle}，`).join('')}`,
    });
    expect(note.mentions.map((mention) => mention.handle).sort()).toEqual(['linwan', ...handles].sort());
    const told = await house.db.selectFrom('outbox').select('payload').where('name', '=', 'member.mentioned').execute();
    const ids = told.map((row) => (row.payload as { memberId: string }).memberId);
    expect(ids).toHaveLength(20);
    expect(ids).not.toContain(blocked);
    expect(ids).not.toContain(linwan.memberId);
  });

  test('Chinese runs on behind a handle; a mail address is no mention', async () => {
    const note = await publish({ title: '谢谢', text: '谢谢@jake帮忙，写信到 jake@linwan.example' });
    expect(note.mentions).toEqual([{ handle: 'jake', name: 'Jake from Ohio' }]);
  });
});

async function publish(payload: object) {
  const answer = await linwan.send({ method: 'POST', url: '/api/notes', payload });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return routes.notes.publish.response.parse(answer.body) as ReturnType<typeof routes.notes.publish.response.parse> & {
    id: NoteId;
  };
}

function storePicture(owner: Person): Promise<MediaId> {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  return house.teahouse.features.media.storePicture(owner.memberId, pixel);
}

async function signUpMany(count: number): Promise<string[]> {
  const handles = Array.from({ length: count }, (_, index) => `guest_${index}`);
  const at = new Date();
  const rows = handles.map((handle) => ({
    id: house.teahouse.deps.ids.next(),
    handle,
    name: handle,
    avatar_media_id: null,
    country: null,
    joined_at: at,
    updated_at: at,
  }));
  await house.db.insertInto('member').values(rows).execute();
  const keys = rows.map((row) => ({ handle_key: row.handle, member_id: row.id, since: at }));
  await house.db.insertInto('member_handle').values(keys).execute();
  return handles;
}

async function memberIdOf(handle: string): Promise<string> {
  return (await house.db.selectFrom('member').select('id').where('handle', '=', handle).executeTakeFirstOrThrow()).id;
}
