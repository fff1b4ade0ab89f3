import { once } from 'node:events';
import { routes, type TextAddress, type TranslationFrame, textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { listen } from '../../test/bad-inputs/raw-http.ts';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { failing, gated, plausibly, scriptedEngine } from '../../test/pipeline-house.ts';
import { openTranslatedHouse } from '../../test/translated-house.ts';
import { sourceHash } from './store/source-hash.ts';

const english = { 红烧肉: 'Braised pork', '小火两小时。': 'Two hours on a low flame.', 好香: 'Smells great' };

async function stream(person: Person, texts: readonly TextAddress[]): Promise<TranslationFrame[]> {
  const { status, body } = await person.send({
    method: 'POST',
    url: '/api/translations/stream',
    payload: { to: 'en', texts },
  });
  expect(status).toBe(200);
  return [...String(body).matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map(([, , data]) => JSON.parse(data ?? ''));
}

async function rows({ db }: TestHouse) {
  return db.selectFrom('translation').select(['address', 'text', 'origin', 'standing']).orderBy('address').execute();
}

test('what is not there yet is pending, is made on, and is stored for whoever asks next', async () => {
  const { open, ...gate } = gated();
  await using house = await openTeahouse({}, { engines: [scriptedEngine({ name: 'Seed', answer: gate.answer })] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤', text: '谢谢' } });
  const texts = [textAddressOf('note.title', id), textAddressOf('note.text', id)];
  const ask = async () =>
    (await house.stranger().call(routes.translations.request, { body: { to: 'en', texts } })).items;
  const first = await ask();
  expect(first.map(({ of, state, origin }) => [of, state, origin])).toEqual([
    [texts[0], 'pending', undefined],
    [texts[1], 'ok', 'memory'],
  ]);
  open();
  await house.drain();
  expect((await ask())[0]).toMatchObject({
    state: 'ok',
    origin: 'machine',
    engine: 'Seed',
    madeAt: '2025-01-14T04:00:00.000Z',
  });
  expect(await rows(house)).toMatchObject([{ address: texts[1] }, { address: texts[0], standing: 'shown' }]);
  expect(await house.countQueries(ask)).toBe(0);
});

test('a stream sends each text when it is ready, and ends', async () => {
  await using town = await openTranslatedHouse(english);
  const noteId = await town.publish('红烧肉', '小火两小时。');
  const texts = [textAddressOf('note.title', noteId), textAddressOf('note.text', noteId)];
  const mia = await town.house.as('mia');
  const frames = await stream(mia, [...texts, ...texts]);
  const told = frames.map((frame) =>
    frame.kind === 'done' ? 'done' : [frame.translation.of, frame.translation.state, frame.translation.text],
  );
  expect(told.slice(0, 2)).toEqual(texts.map((of) => [of, 'pending', undefined]));
  expect(told.slice(2, 4)).toEqual(
    expect.arrayContaining([
      [texts[0], 'ok', 'Braised pork'],
      [texts[1], 'ok', 'Two hours on a low flame.'],
    ]),
  );
  expect(told.slice(4)).toEqual(['done']);
});

test('a quick text is shown first and stored, and the better one takes its place', async () => {
  const { open, reached, answer } = gated(({ segments }) =>
    segments.map(({ id }) => ({ id, text: 'A bowl of hot soup' })),
  );
  const better = scriptedEngine({
    id: 'openai',
    name: 'Better',
    answer,
    capabilities: { isLocal: false, typicalMilliseconds: 1_500 },
  });
  const quick = scriptedEngine({ id: 'bergamot', name: 'Quick', answer: plausibly });
  await using house = await openTeahouse({}, { engines: [better, quick] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤' } });
  const title = textAddressOf('note.title', id);
  const frames = stream(house.stranger(), [title]);
  await reached;
  await expect.poll(async () => (await rows(house)).length).toBe(1);
  open();
  const shown = (await frames).flatMap((frame) => (frame.kind === 'done' ? [] : [frame.translation]));
  expect(shown.map(({ state, engine, isImproving }) => [state, engine, isImproving])).toEqual([
    ['pending', undefined, false],
    ['ok', 'Quick', true],
    ['ok', 'Better', false],
  ]);
  expect(await rows(house)).toMatchObject([{ text: 'A bowl of hot soup' }]);
});

test('readers who leave no longer wait, and nothing breaks', async () => {
  const { open, reached, answer } = gated();
  await using house = await openTeahouse({}, { engines: [scriptedEngine({ answer })] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤' } });
  const server = await listen(house);
  const socket = await server.open();
  const body = JSON.stringify({ to: 'en', texts: [textAddressOf('note.title', id)] });
  socket.write(
    `POST /api/translations/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await reached;
  socket.destroy();
  await once(socket, 'close');
  await house.drain();
  open();
  expect(await rows(house)).toEqual([]);
});

test.each(['withdrawn', 'rewritten', 'locked'])(
  'what is %s while it is made is neither shown nor kept',
  async (how) => {
    const { open, reached, answer } = gated();
    await using house = await openTeahouse({}, { engines: [scriptedEngine({ answer })] });
    const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
    const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤' } });
    const frames = stream(house.stranger(), [textAddressOf('note.title', id)]);
    await reached;
    const params = { noteId: id };
    if (how === 'locked') await linwan.call(routes.translations.lock, { params, body: { isLocked: true } });
    if (how === 'rewritten') await linwan.call(routes.notes.edit, { params, body: { title: '两碗冷汤' } });
    const about = { subject: { kind: 'note' as const, id }, rule: 8, explanation: '不行。', action: 'remove' as const };
    if (how === 'withdrawn') await zhou.call(routes.moderation.decide, { body: about });
    // The news reaches readers of texts after the answer to the author; engines are slower than both.
    house.teahouse.features.translation.parts.texts.invalidate(id);
    open();
    const shown = (await frames).flatMap((frame) => (frame.kind === 'done' ? [] : [frame.translation]));
    expect(shown.map(({ state }) => state)).toEqual(['pending', how === 'locked' ? 'locked' : 'failed']);
    expect(shown.at(-1)?.text).toBeUndefined();
    expect(await rows(house)).toEqual([]);
  },
);

test('a page of long texts reaches a reader who takes it slowly', async () => {
  await using house = await openTeahouse({}, { engines: [] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤' } });
  const long = '汤'.repeat(1_000);
  const posted = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      linwan.call(routes.comments.post, { params: { noteId: id }, body: { text: `${index}${long.slice(4)}` } }),
    ),
  );
  await house.db
    .insertInto('translation')
    .values(
      posted.map(({ id: commentId, text }) => ({
        ...{ home_id: id, address: textAddressOf('comment.text', id, commentId), language: 'en', state: 'ok' },
        ...{ source_hash: sourceHash(text), source_languages: ['zh'], text: 'soup '.repeat(20_000), pairs: '[]' },
        ...{ origin: 'machine' as const, pipeline_version: 1, rules_version: '1', made_at: new Date(0) },
      })),
    )
    .execute();
  const server = await listen(house);
  const socket = await server.open();
  const texts = posted.map(({ id: commentId }) => textAddressOf('comment.text', id, commentId));
  const body = JSON.stringify({ to: 'en', texts });
  socket.write(
    `POST /api/translations/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  let received = '';
  for await (const chunk of socket) {
    received += String(chunk);
    if (received.includes('event: done')) break;
  }
  expect(received.match(/"state":"ok"/g)).toHaveLength(60);
});

test('a text is translated for whoever may read it, and for nobody else', async () => {
  await using town = await openTranslatedHouse(english);
  const { house } = town;
  const noteId = await town.publish('红烧肉');
  const [linwan, mia, jake, zhou] = [
    await house.as('linwan'),
    await house.as('mia'),
    await house.as('jake'),
    await house.as('zhou'),
  ];
  const { id } = await linwan.call(routes.comments.post, { params: { noteId }, body: { text: '好香' } });
  const texts = [textAddressOf('note.title', noteId), textAddressOf('comment.text', noteId, id)];
  const shown = async (who: 'mia' | 'jake' | 'linwan') => (await town.read(who, texts)).map(({ text }) => text);
  expect(await shown('mia')).toEqual(['Braised pork', 'Smells great']);

  await linwan.call(routes.follows.block, { params: { handle: mia.handle } });
  expect(await shown('mia')).toEqual([]);
  await jake.call(routes.follows.mute, { params: { handle: linwan.handle } });
  expect(await shown('jake')).toEqual(['Braised pork']);
  await jake.call(routes.follows.unmute, { params: { handle: linwan.handle } });

  const about = { rule: 8, explanation: '不行。', action: 'remove' as const };
  await zhou.call(routes.moderation.decide, { body: { ...about, subject: { kind: 'note', id: noteId } } });
  await house.drain();
  expect(await shown('jake')).toEqual([]);
  expect(await shown('linwan')).toEqual(['Braised pork', 'Smells great']);
});

test('a decision’s words are translated for those concerned, and kept nowhere', async () => {
  await using town = await openTranslatedHouse({ 说了二十遍: 'Said twenty times' });
  const { house } = town;
  const noteId = await town.publish('红烧肉');
  const zhou = await house.as('zhou');
  const body = {
    subject: { kind: 'note' as const, id: noteId },
    rule: 8,
    explanation: '说了二十遍',
    action: 'limit' as const,
  };
  const statement = await zhou.call(routes.moderation.decide, { body });
  const of = textAddressOf('statement.explanation', statement.id);
  expect((await town.read('linwan', [of]))[0]).toMatchObject({ state: 'ok', text: 'Said twenty times' });
  expect((await town.read('hana', [of]))[0]?.text).toBe('Said twenty times');
  expect(await town.read('mia', [of])).toEqual([]);
  expect(await rows(house)).toEqual([]);
  const linwan = await house.as('linwan');
  for (const route of [routes.translations.rate, routes.translations.report]) {
    const refused = await linwan.refused(route, { body: { of, to: 'en', verdict: 'wrong' } as never });
    expect(refused.code).toBe('not-found');
  }
});

test('a house without an engine for a pair says so, and helps with words', async () => {
  await using house = await openTeahouse({}, { engines: [] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '毛血旺，谢谢', text: '毛血旺' } });
  const texts = [textAddressOf('note.title', id), textAddressOf('note.text', id)];
  const body = { to: 'en' as const, texts, waitMilliseconds: 3000 };
  const { items } = await house.stranger().call(routes.translations.request, { body });
  expect(items).toMatchObject([
    { state: 'word-help', words: [{ word: '谢谢', rendering: 'Thank you!' }] },
    { state: 'engine-off', words: [] },
  ]);
});

test('Chinese is read aloud, the same every time', async () => {
  await using house = await openTeahouse();
  const stranger = house.stranger();
  const ask = () => stranger.call(routes.translations.pinyin, { body: { text: '红烧肉 yyds' } });
  const first = await ask();
  expect(first.parts).toEqual([
    { text: '红', pinyin: 'hóng' },
    { text: '烧', pinyin: 'shāo' },
    { text: '肉', pinyin: 'ròu' },
    { text: ' yyds' },
  ]);
  expect(await ask()).toEqual(first);
  expect((await stranger.refused(routes.translations.pinyin, { body: { text: '' } })).code).toBe('invalid-request');
});

test.each([
  ['no texts', { texts: [] }],
  ['sixty-one texts', { texts: Array(61).fill('note.title:01900000-0000-7000-8000-000000000000') }],
  ['a text that is no address', { texts: ['note.title'] }],
  ['a language nobody reads', { to: 'tlh' }],
  ['a minute’s wait', { waitMilliseconds: 60_000 }],
  ['another urgency', { urgency: 'later' }],
])('%s is refused', async (_name, wrong) => {
  await using house = await openTeahouse();
  const texts = ['note.title:01900000-0000-7000-8000-000000000000'];
  const { status } = await house
    .stranger()
    .send({ method: 'POST', url: '/api/translations', payload: { to: 'en', texts, ...wrong } });
  expect(status).toBe(400);
});

test('while the engine rests, a page of texts is told so at once, and nothing is pending', async () => {
  const engine = scriptedEngine({ answer: failing('rate-limited', { retryAfterMilliseconds: 30_000 }) });
  await using house = await openTeahouse({}, { engines: [engine] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤' } });
  const body = { to: 'en' as const, texts: [textAddressOf('note.title', id)] };
  const ask = async () => (await house.stranger().call(routes.translations.request, { body })).items;
  expect(await ask()).toMatchObject([{ state: 'pending' }]);
  await house.drain();
  expect(await ask()).toMatchObject([{ state: 'failed' }]);
  expect(engine.calls).toHaveLength(1);
});

test('readers who come and go while a text is made leave one behind that waits for it', async () => {
  const { open, reached, answer } = gated();
  await using house = await openTeahouse({}, { engines: [scriptedEngine({ answer })] });
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '一碗热汤' } });
  const body = { to: 'en' as const, texts: [textAddressOf('note.title', id)] };
  const ask = () => house.stranger().call(routes.translations.request, { body });
  await ask();
  await reached;
  for (const _ of Array(3)) await ask();
  expect(house.teahouse.features.translation.parts.makingOn.size).toBe(1);
  open();
  await house.drain();
  expect(house.teahouse.features.translation.parts.makingOn.size).toBe(0);
  expect(await rows(house)).toHaveLength(1);
});
