import { type NoteId, routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

/** Every place where a reader could meet a note. */
async function placesShowing(house: TestHouse, noteId: NoteId, reader: Person): Promise<string[]> {
  const visitor = house.stranger();
  const topic = `/api/topics/${encodeURIComponent('糕点')}/notes`;
  const lists: [string, () => Promise<unknown>][] = [
    ['discover', () => visitor.call(routes.feed.discover)],
    ['newest', () => reader.call(routes.feed.newest)],
    ['following', () => reader.call(routes.feed.following)],
    ['search', () => reader.call(routes.search.notes, { query: { q: '桂花糕' } })],
    // A topic without a note that can be read is itself unknown.
    ['topic', () => reader.send({ method: 'GET', url: topic })],
    ['liked in the topic', () => reader.send({ method: 'GET', url: `${topic}?order=liked` })],
    ['profile', () => reader.call(routes.members.listNotes, { params: { handle: 'linwan' } })],
    ['likes', () => reader.call(routes.reactions.listLiked)],
    ['board', () => boardNotes(reader)],
  ];
  const shown: string[] = [];
  for (const [place, ask] of lists) if (JSON.stringify(await ask()).includes(noteId)) shown.push(place);
  for (const url of [
    `/api/notes/${noteId}`,
    `/api/notes/${noteId}/thread`,
    `/api/notes/${noteId}/comments`,
    `/share/notes/${noteId}.png`,
  ])
    if ((await visitor.send({ method: 'GET', url })).status === 200) shown.push(url.replace(noteId, ':id'));
  return shown;
}

async function boardNotes(reader: Person): Promise<unknown> {
  const board = (await reader.call(routes.boards.listMine)).items[0];
  return board ? reader.call(routes.boards.listNotes, { params: { boardId: board.id } }) : undefined;
}

const everywhere = [
  ...['discover', 'newest', 'following', 'search', 'topic', 'liked in the topic', 'profile', 'likes', 'board'],
  ...['/api/notes/:id', '/api/notes/:id/thread', '/api/notes/:id/comments', '/share/notes/:id.png'],
];

async function knownNote(house: TestHouse) {
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const { id } = await linwan.call(routes.notes.publish, {
    body: { title: '桂花糕的做法', text: '外婆的方子', topics: ['糕点'] },
  });
  await mia.call(routes.follows.follow, { params: { handle: 'linwan' } });
  await mia.call(routes.reactions.like, { params: { noteId: id } });
  await mia.call(routes.reactions.collect, { params: { noteId: id }, body: {} });
  await house.drain();
  return { id, mia };
}

test.each([
  ['remove', []],
  ['limit', ['profile', 'likes', 'board', ...everywhere.slice(9)]],
] as const)('%s reaches every place at once, and restore brings the note back', async (action, left) => {
  await using house = await openTeahouse();
  const { id, mia } = await knownNote(house);
  const zhou = await house.as('zhou');
  const decide = (what: 'remove' | 'limit' | 'restore') =>
    zhou.call(routes.moderation.decide, {
      body: { subject: { kind: 'note', id }, action: what, rule: 10, explanation: what },
    });
  expect(await placesShowing(house, id, mia)).toEqual(everywhere);
  await decide(action);
  await house.drain();
  expect(await placesShowing(house, id, mia)).toEqual(left);
  await decide('restore');
  await house.drain();
  expect(await placesShowing(house, id, mia)).toEqual(everywhere);
});

test('a suspended author is met nowhere', async () => {
  await using house = await openTeahouse();
  const { id, mia } = await knownNote(house);
  const [linwan, zhou] = [await house.as('linwan'), await house.as('zhou')];
  await zhou.call(routes.moderation.decide, {
    body: {
      subject: { kind: 'member', id: linwan.memberId },
      action: 'suspend',
      rule: 12,
      explanation: 'Poses as a shop.',
    },
  });
  await house.drain();
  const profile = await mia.send({ method: 'GET', url: '/api/members/linwan/notes' });
  expect(JSON.stringify(profile.body)).not.toContain(id);
  const lists = [routes.feed.discover, routes.feed.newest, routes.feed.following, routes.reactions.listLiked];
  for (const list of lists) expect((await mia.call(list)).items.map((card) => card.id)).not.toContain(id);
  expect((await mia.refused(routes.notes.getThread, { params: { noteId: id } })).code).toBe('not-found');
});
