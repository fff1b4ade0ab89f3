import { type NoteId, type NotificationId, routes, streamFrame } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const { list, markRead } = routes.notifications;

async function openScene() {
  const house = await openTeahouse();
  const [linwan, mia, jake] = [await house.as('linwan'), await house.as('mia'), await house.as('jake')];
  const { id: noteId } = await linwan.call(routes.notes.publish, { body: { title: '红烧肉' } });
  await house.drain();
  return { house, linwan, mia, jake, noteId, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

const likes = (person: Person, noteId: NoteId) => person.call(routes.reactions.like, { params: { noteId } });
const unlikes = (person: Person, noteId: NoteId) => person.call(routes.reactions.unlike, { params: { noteId } });
const says = (person: Person, noteId: NoteId, text: string) =>
  person.call(routes.comments.post, { params: { noteId }, body: { text } });

describe('the list', () => {
  test('likes of one note within a day are one line, newest first; a repeated like is no news', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, jake, noteId } = scene;
    await likes(mia, noteId);
    await house.drain();
    house.advance('1h');
    await likes(jake, noteId);
    await unlikes(mia, noteId);
    await likes(mia, noteId);
    await house.drain();
    const { items, unread } = await linwan.call(list);
    expect(unread).toBe(1);
    expect(items).toMatchObject([
      { kind: 'like', actorCount: 2, isRead: false, note: { id: noteId, title: '红烧肉', language: 'zh' } },
    ]);
    expect(items[0]?.actors.map(({ handle }) => handle)).toEqual(['jake', 'mia']);

    house.advance('1d');
    await likes(await house.as('priya'), noteId);
    await house.drain();
    expect((await linwan.call(list)).items.map(({ actorCount }) => actorCount)).toEqual([1, 2]);
  });

  test('of many actors the three newest are named', async () => {
    await using scene = await openScene();
    const { house, linwan, noteId } = scene;
    for (const name of ['mia', 'jake', 'priya', 'hana'] as const) {
      await likes(await house.as(name), noteId);
      await house.drain();
    }
    const [line] = (await linwan.call(list)).items;
    expect(line?.actorCount).toBe(4);
    expect(line?.actors.map(({ handle }) => handle)).toEqual(['hana', 'priya', 'jake']);
  });

  test('each kind finds whom it concerns, and filters keep them apart', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, jake, noteId } = scene;
    await mia.call(routes.reactions.collect, { params: { noteId }, body: {} });
    await mia.call(routes.follows.follow, { params: { handle: 'linwan' } });
    const { id: parentId } = await says(mia, noteId, 'How long do you braise it? @jake');
    await linwan.call(routes.comments.post, { params: { noteId }, body: { text: '一个半小时', parentId } });
    await house.drain();

    const kinds = async (person: Person, kind: 'all' | 'likes' | 'comments' | 'follows' | 'system') =>
      (await person.call(list, { query: { kind } })).items.map((item) => item.kind);
    expect((await kinds(linwan, 'all')).toSorted()).toEqual(['collect', 'comment', 'follow']);
    expect(await kinds(linwan, 'likes')).toEqual(['collect']);
    expect(await kinds(linwan, 'comments')).toEqual(['comment']);
    expect(await kinds(linwan, 'follows')).toEqual(['follow']);
    expect(await kinds(linwan, 'system')).toEqual([]);
    expect((await mia.call(list)).items).toMatchObject([{ kind: 'reply', comment: { text: '一个半小时' } }]);
    expect((await jake.call(list)).items).toMatchObject([{ kind: 'mention', comment: { id: parentId } }]);
  });

  test('a decision about my words is told by the house, without an actor', async () => {
    await using scene = await openScene();
    const { house, mia, noteId } = scene;
    await says(mia, noteId, 'kill yourself');
    await house.drain();
    expect((await mia.call(list, { query: { kind: 'system' } })).items).toMatchObject([
      { kind: 'system', actors: [], actorCount: 0, message: { key: 'decision.hold' } },
    ]);
  });

  test('a second comment of the same person brings the line back to the top, counted once', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, noteId } = scene;
    await says(mia, noteId, 'How long do you braise it?');
    await house.drain();
    const [line] = (await linwan.call(list)).items;
    await linwan.call(markRead, { body: { upTo: line?.id as NotificationId } });
    house.advance('1m');
    const second = await says(mia, noteId, 'And how hot is it?');
    await house.drain();
    expect(await linwan.call(list)).toMatchObject({
      unread: 1,
      items: [{ id: line?.id, actorCount: 1, isRead: false, comment: { id: second.id } }],
    });
  });

  test('nothing is told of blocked or muted members', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, jake, noteId } = scene;
    await likes(jake, noteId);
    await linwan.call(routes.follows.mute, { params: { handle: mia.handle } });
    await linwan.call(routes.follows.block, { params: { handle: jake.handle } });
    await likes(mia, noteId);
    await says(mia, noteId, 'Looks delicious');
    await house.drain();
    expect(await linwan.call(list)).toMatchObject({ unread: 0, items: [] });
  });

  test('what is quoted goes when it is deleted; the line stays', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, noteId } = scene;
    const { id: commentId } = await says(mia, noteId, 'Something rash');
    await house.drain();
    await mia.call(routes.comments.delete, { params: { noteId, commentId } });
    const [line] = (await linwan.call(list)).items;
    expect(line).toMatchObject({ kind: 'comment', note: { id: noteId } });
    expect(line?.comment).toBeUndefined();
  });

  test('pages follow each other without gaps', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, noteId } = scene;
    for (let day = 0; day < 5; day += 1) {
      await says(mia, noteId, `Day ${day}`);
      await house.drain();
      house.advance('1d');
    }
    const first = await linwan.call(list, { query: { limit: 3 } });
    const second = await linwan.call(list, { query: { limit: 3, cursor: first.nextCursor ?? '' } });
    const texts = [...first.items, ...second.items].map((item) => item.comment?.text);
    expect(texts).toEqual(['Day 4', 'Day 3', 'Day 2', 'Day 1', 'Day 0']);
    expect(second.nextCursor).toBeUndefined();
    const elsewhere = { query: { kind: 'likes' as const, cursor: first.nextCursor ?? '' } };
    expect((await linwan.refused(list, elsewhere)).code).toBe('invalid-cursor');
  });
});

describe('reading', () => {
  test('marks everything up to a line, and nothing of anyone else', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, jake, noteId } = scene;
    await likes(mia, noteId);
    await house.drain();
    house.advance('1m');
    await says(jake, noteId, 'Looks delicious');
    await house.drain();
    const { items } = await linwan.call(list);
    const [newest, oldest] = items;
    expect(await mia.call(markRead, { body: { upTo: newest?.id as NotificationId } })).toEqual({ unread: 0 });
    expect(await linwan.call(markRead, { body: { upTo: oldest?.id as NotificationId } })).toEqual({ unread: 1 });
    expect((await linwan.call(list)).items.map(({ isRead }) => isRead)).toEqual([false, true]);
    expect(await linwan.call(markRead, { body: { upTo: newest?.id as NotificationId } })).toEqual({ unread: 0 });
  });

  test.for([{ upTo: 'x' }, {}, { upTo: 12 }])('%j → 400', async (payload) => {
    await using house = await openTeahouse();
    const mia = await house.as('mia');
    expect((await mia.send({ method: 'POST', url: '/api/notifications/read', payload })).status).toBe(400);
  });
});

test('events delivered in one batch or several make the same lines', async () => {
  await using scene = await openScene();
  const { house, linwan, noteId } = scene;
  const people = await Promise.all((['mia', 'jake', 'priya'] as const).map((name) => house.as(name)));
  await Promise.all(people.map((person) => likes(person, noteId)));
  await Promise.all([house.drain(), house.drain()]);
  const rows = await house.db.selectFrom('notification').selectAll().execute();
  expect(rows).toMatchObject([{ member_id: linwan.memberId, actor_count: 3 }]);
});

/** A browser tab that reads frames as they come. */
async function openTab(address: string, person: Person) {
  const leave = new AbortController();
  const cookie = [...person.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const response = await fetch(`${address}/api/stream`, { headers: { cookie }, signal: leave.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    /** The next frame; undefined when the stream has ended. */
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
          text = text.slice(end + 2);
          if (data !== undefined) return streamFrame.parse(JSON.parse(data));
        } else {
          const chunk = await reader?.read();
          if (!chunk || chunk.done) return undefined;
          text += chunk.value;
        }
      }
    },
    leave: () => leave.abort(),
  };
}

async function listen(house: TestHouse): Promise<string> {
  return house.teahouse.http.listen({ host: '127.0.0.1', port: 0 });
}

describe('live', () => {
  test('every tab is told at once, and of what another tab has read', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, noteId } = scene;
    const address = await listen(house);
    const tabs = [await openTab(address, linwan), await openTab(address, linwan)];
    for (const tab of tabs) expect(await tab.next()).toEqual({ kind: 'hello', unread: 0 });

    await likes(mia, noteId);
    await house.drain();
    for (const tab of tabs) {
      expect(await tab.next()).toMatchObject({
        kind: 'notification',
        unread: 1,
        notification: { kind: 'like', actors: [{ handle: 'mia' }], note: { id: noteId } },
      });
    }
    const [line] = (await linwan.call(list)).items;
    await linwan.call(markRead, { body: { upTo: line?.id as NotificationId } });
    for (const tab of tabs) expect(await tab.next()).toEqual({ kind: 'unread', unread: 0 });
    for (const tab of tabs) tab.leave();
  });

  test('a stream ends with its session', async () => {
    await using scene = await openScene();
    const { house, linwan } = scene;
    const tab = await openTab(await listen(house), linwan);
    expect(await tab.next()).toMatchObject({ kind: 'hello' });
    await house.db.updateTable('member').set({ state: 'suspended' }).where('id', '=', linwan.memberId).execute();
    house.teahouse.features.accounts.forgetSessions(linwan.memberId);
    await house.teahouse.features.notifications.checkStreams();
    expect(await tab.next()).toEqual({ kind: 'signed-out' });
    expect(await tab.next()).toBeUndefined();
  });

  test('an eleventh tab is refused', async () => {
    await using scene = await openScene();
    const { house, linwan } = scene;
    const address = await listen(house);
    const tabs = await Promise.all(Array.from({ length: 10 }, () => openTab(address, linwan)));
    expect(tabs.every(({ status }) => status === 200)).toBe(true);
    const eleventh = await openTab(address, linwan);
    expect(eleventh.status).toBe(429);
    for (const tab of tabs) tab.leave();
    eleventh.leave();
  });

  test('strangers have no stream', async () => {
    await using house = await openTeahouse();
    expect((await house.stranger().send({ method: 'GET', url: '/api/stream' })).status).toBe(401);
  });

  test('an open stream does not keep the house from closing', async () => {
    const house = await openTeahouse();
    const tab = await openTab(await listen(house), await house.as('mia'));
    expect(await tab.next()).toMatchObject({ kind: 'hello' });
    await house[Symbol.asyncDispose]();
    expect(await tab.next()).toBeUndefined();
  });
});
