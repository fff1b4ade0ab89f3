import { inflateRawSync } from 'node:zlib';
import { routes, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { scriptedEngine } from '../../test/pipeline-house.ts';
import { sections } from './export.sql.ts';

/** Files of a ZIP by name, read through its central directory. */
function readZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\u0005\u0006')) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const header = zip.readUInt32LE(at + 42);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes,
    );
    at += 46 + name + extra + comment;
  }
  return files;
}

test('Linwan takes everything with her: a list for every table, her pictures, and no secret', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { deps } = house.teahouse;
  const id = deps.ids.next();
  const picture = { id, owner_id: linwan.memberId, state: 'ready' as const, width: 720, height: 720, thumbhash: 'x' };
  const created_at = new Date(deps.clock.now());
  await house.db
    .insertInto('media')
    .values({ ...picture, widths: [360, 720], problem: null, created_at })
    .execute();
  await deps.blobs.put(`media/${id}/720.webp`, Buffer.alloc(5_000, 7));
  await linwan.call(routes.notes.createDraft, { body: { title: '草稿', text: '还没写完' } });

  const response = await house.teahouse.http.inject({
    method: 'GET',
    url: '/api/account/export',
    headers: { cookie: `teahouse_session=${linwan.cookies.get('teahouse_session')}` },
  });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('application/zip');
  const files = readZip(response.rawPayload);
  expect([...files.keys()].sort()).toEqual(
    ['README.txt', `pictures/${id}.webp`, ...sections.map((section) => section.file)].sort(),
  );
  expect(files.get(`pictures/${id}.webp`)).toEqual(Buffer.alloc(5_000, 7));
  const list = (file: string) => JSON.parse(files.get(file)?.toString() ?? '');
  expect(list('member.json')).toMatchObject([{ handle: 'linwan', name: '林晚', interests: ['food', 'cats'] }]);
  expect(list('drafts.json')).toMatchObject([{ content: { title: '草稿' } }]);
  expect(list('likes.json')).toEqual([]);

  const { password } = await house.db.selectFrom('account_credential').select('password').executeTakeFirstOrThrow();
  const { token } = await house.db.selectFrom('account_session').select('token').executeTakeFirstOrThrow();
  const everything = Buffer.concat([...files.values()]).toString();
  expect(everything).not.toContain(password);
  expect(everything).not.toContain(token);
});

test('what she did for readers of other languages is in it: versions, verdicts, suggestions, preferences', async () => {
  await using house = await openTeahouse({}, { engines: [scriptedEngine()] });
  const [linwan, jake] = [await house.as('linwan'), await house.as('jake')];
  const jakes = await jake.call(routes.notes.publish, { body: { title: 'Corn for dinner', text: '', topics: [] } });
  const own = await linwan.call(routes.notes.publish, { body: { title: '今天吃玉米', text: '', topics: [] } });
  const params = { noteId: own.id, language: 'en' } as const;
  await linwan.call(routes.translations.putVersion, { params, body: { title: 'Corn today', text: '' } });
  const of = textAddressOf('note.title', jakes.id);
  const body = { to: 'zh' as const, texts: [of], waitMilliseconds: 3000 };
  await linwan.call(routes.translations.request, { body });
  await linwan.call(routes.translations.rate, { body: { of, to: 'zh', verdict: 'wrong' } });
  await linwan.call(routes.translations.suggest, { body: { of, to: 'zh', text: '晚饭吃玉米' } });
  await house.teahouse.features.translation.settle();

  const list = await exported(house, linwan);
  expect(list('notes.json')).toMatchObject([
    { title: '今天吃玉米', versions: [{ language: 'en', title: 'Corn today' }] },
  ]);
  expect(list('member.json')).toMatchObject([{ translation_preferences: { mode: 'offer' } }]);
  expect(list('translation-verdicts.json')).toMatchObject([{ address: of, language: 'zh', verdict: 'wrong' }]);
  expect(list('translation-suggestions.json')).toMatchObject([{ address: of, text: '晚饭吃玉米', state: 'open' }]);
  expect(list('translations-read.json')).toMatchObject([{ note_id: jakes.id, language: 'zh' }]);
  expect(list('gloss-remarks.json')).toEqual([]);
});

test('what she said of her feed is in it', async () => {
  await using house = await openTeahouse();
  const [linwan, jake] = [await house.as('linwan'), await house.as('jake')];
  const { id: noteId } = await jake.call(routes.notes.publish, { body: { title: 'Corn', text: '', topics: ['corn'] } });
  const topic = await house.db.selectFrom('topic').select('id').executeTakeFirstOrThrow();
  await linwan.call(routes.feedControls.change, { body: { foreignShare: 0.4 } });
  await linwan.call(routes.feedControls.setTopic, { params: { topicId: topic.id }, body: { intensity: 'more' } });
  await linwan.call(routes.reactions.notInterested, { params: { noteId }, body: { reason: 'language' } });
  await house.db.insertInto('feed_usual_day').values({ member_id: linwan.memberId, day: '2025-01-13' }).execute();

  const list = await exported(house, linwan);
  expect(list('feed-wishes.json')).toMatchObject([{ foreign_share: 0.4, newcomers: 'usual' }]);
  expect(list('feed-topics.json')).toMatchObject([{ name: 'corn', intensity: 'more' }]);
  expect(list('feed-usual-days.json')).toMatchObject([{ day: '2025-01-13' }]);
  expect(list('not-interested.json')).toMatchObject([{ note_id: noteId, reason: 'language', language: 'en' }]);
});

async function exported(house: TestHouse, person: Person) {
  const { rawPayload } = await house.teahouse.http.inject({
    method: 'GET',
    url: '/api/account/export',
    headers: { cookie: `teahouse_session=${person.cookies.get('teahouse_session')}` },
  });
  const files = readZip(rawPayload);
  return (file: string): unknown => JSON.parse(files.get(file)?.toString() ?? '');
}

test('a picture whose file is gone does not keep the rest from her', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { deps } = house.teahouse;
  const id = deps.ids.next();
  const picture = { id, owner_id: linwan.memberId, state: 'ready' as const, width: 720, height: 720, thumbhash: 'x' };
  await house.db
    .insertInto('media')
    .values({ ...picture, widths: [360, 720], problem: null, created_at: new Date(deps.clock.now()) })
    .execute();

  const response = await house.teahouse.http.inject({
    method: 'GET',
    url: '/api/account/export',
    headers: { cookie: `teahouse_session=${linwan.cookies.get('teahouse_session')}` },
  });
  const files = readZip(response.rawPayload);
  expect(files.get(`pictures/${id}.webp`)).toEqual(Buffer.alloc(0));
  expect(JSON.parse(files.get('member.json')?.toString() ?? '')).toMatchObject([{ handle: 'linwan' }]);
});

test('a stranger has nothing to take', async () => {
  await using house = await openTeahouse();
  expect((await house.stranger().refused(routes.accounts.exportAccount)).code).toBe('not-signed-in');
});
