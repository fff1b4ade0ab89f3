import { type NoteId, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const linwans = { params: { handle: 'linwan' } };

async function publish(house: TestHouse, author: Person, title: string, changes: { compliance?: 'held' } = {}) {
  house.advance('60s');
  const id = house.teahouse.deps.ids.next();
  const published_at = new Date(house.teahouse.deps.clock.now());
  const note = { id, author_id: author.memberId, title, text: '', language: 'zh', published_at, ...changes };
  const nothing = { language_declared: null, text_cover: 'paper', category: null, country: null };
  await house.db
    .insertInto('note')
    .values({ ...note, ...nothing })
    .execute();
  await house.db.insertInto('note_stat').values({ note_id: id }).execute();
  return id as NoteId;
}

test('a profile as a visitor and as a follower sees it', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const mia = await house.as('mia');
  const visitor = await house.stranger().call(routes.members.getProfile, linwans);
  expect(visitor).toMatchObject({ handle: 'linwan', joinedYear: 2021, isNew: false, followerCount: 0 });
  expect(visitor.viewer).toBeUndefined();

  await mia.call(routes.follows.follow, linwans);
  const seen = await mia.call(routes.members.getProfile, { params: { handle: 'LINWAN' } });
  expect(seen).toMatchObject({ followerCount: 1, viewer: { follows: true, isFollowedBy: false, isSelf: false } });
  const back = await linwan.call(routes.members.getProfile, { params: { handle: 'mia' } });
  expect(back).toMatchObject({ isNew: true, followingCount: 1, viewer: { follows: false, isFollowedBy: true } });
});

test('the country badge shows when its member and the house agree', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const country = async () => (await house.stranger().call(routes.members.getProfile, linwans)).country;
  expect(await country()).toBeUndefined();
  await house.db.updateTable('member').set({ country: 'CN' }).where('id', '=', linwan.memberId).execute();
  expect(await country()).toBe('CN');
  await linwan.call(routes.accounts.updateMe, { body: { showsCountryBadge: false } });
  expect(await country()).toBeUndefined();
  await linwan.call(routes.accounts.updateMe, { body: { showsCountryBadge: true } });
  await house.teahouse.settings.update({ showsCountryBadges: false });
  expect(await country()).toBeUndefined();
});

test('whom I block I still find, to lift the block; who is blocked finds nothing', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const jake = await house.as('jake');
  await linwan.call(routes.accounts.updateMe, { body: { bio: '家常菜' } });
  await publish(house, linwan, '红烧肉');
  await jake.call(routes.follows.block, linwans);

  const slim = await jake.call(routes.members.getProfile, linwans);
  expect(slim).toMatchObject({ handle: 'linwan', bio: '', languagesRead: [], viewer: { blocks: true } });
  expect((await jake.call(routes.members.listNotes, linwans)).items).toEqual([]);
  expect((await jake.call(routes.members.listBoards, linwans)).items).toEqual([]);
  const jakes = { params: { handle: 'jake' } };
  for (const route of [routes.members.getProfile, routes.members.listNotes, routes.members.listBoards])
    expect((await linwan.refused(route, jakes)).code).toBe('not-found');
});

test('a suspended member is there for staff only', async () => {
  await using house = await openTeahouse();
  const jake = await house.as('jake');
  const zhou = await house.as('zhou');
  const mia = await house.as('mia');
  await house.db.updateTable('member').set({ state: 'suspended' }).where('id', '=', jake.memberId).execute();
  const jakes = { params: { handle: 'jake' } };
  expect((await mia.refused(routes.members.getProfile, jakes)).code).toBe('not-found');
  expect((await zhou.call(routes.members.getProfile, jakes)).handle).toBe('jake');
});

test('notes come page by page, newest first, each once; what is held only for its author', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const ids: string[] = [];
  for (const title of ['一', '二', '三', '四', '五']) ids.unshift(await publish(house, linwan, title));
  const held = await publish(house, linwan, '六', { compliance: 'held' });

  const mia = await house.as('mia');
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 2, ...(cursor ? { cursor } : {}) };
    const page = await mia.call(routes.members.listNotes, { ...linwans, query });
    seen.push(...page.items.map((card) => card.id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(ids);
  const own = await linwan.call(routes.members.listNotes, linwans);
  expect(own.items.map((card) => card.id)).toEqual([held, ...ids]);
});

test('a page of notes costs few queries', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const mia = await house.as('mia');
  for (let note = 0; note < 20; note += 1) await publish(house, linwan, `菜 ${note}`);
  const open = () => mia.call(routes.members.listNotes, linwans);
  expect(await house.countQueries(open)).toBeLessThanOrEqual(9);
  expect(await house.countQueries(open)).toBeLessThanOrEqual(4);
});

test('open boards with the covers of what can be seen; closed ones stay out', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const mia = await house.as('mia');
  const noteId = await publish(house, linwan, '红烧肉');
  const secret = await mia.call(routes.boards.create, { body: { name: 'Secret', isOpen: false } });
  const dinner = await mia.call(routes.boards.create, { body: { name: 'Dinner' } });
  await mia.call(routes.reactions.collect, { params: { noteId }, body: { boardId: dinner.id } });
  const { items } = await linwan.call(routes.members.listBoards, { params: { handle: 'mia' } });
  expect(items.map((board) => board.id)).not.toContain(secret.id);
  const found = items.find((board) => board.id === dinner.id);
  expect(found).toMatchObject({ name: 'Dinner', noteCount: 1, covers: [{ kind: 'text', text: '红烧肉' }] });
});

describe('completing a mention', () => {
  const complete = async (person: Person, prefix: string) =>
    (await person.call(routes.members.complete, { query: { prefix } })).items.map((member) => member.handle);

  test('by handle, then by name, in any script and case', async () => {
    await using house = await openTeahouse();
    const mia = await house.as('mia');
    await house.as('linwan');
    await house.as('jake');
    expect(await complete(mia, 'lin')).toEqual(['linwan']);
    expect(await complete(mia, '@LIN')).toEqual(['linwan']);
    expect(await complete(mia, '林')).toEqual(['linwan']);
    expect(await complete(mia, 'jake f')).toEqual(['jake']);
    expect(await complete(mia, 'nobody')).toEqual([]);
  });

  test('nobody of a block', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const jake = await house.as('jake');
    await linwan.call(routes.follows.block, { params: { handle: 'jake' } });
    expect(await complete(linwan, 'jak')).toEqual([]);
    expect(await complete(jake, 'lin')).toEqual([]);
  });

  test.each(['%', '_', '\\', "'", '\u200b', '%%%%%%%%', "'; DROP TABLE member; --", '(a+)+$'])(
    'H1 %j is taken as it is',
    async (prefix) => {
      await using house = await openTeahouse();
      const mia = await house.as('mia');
      expect(await complete(mia, prefix)).toEqual([]);
    },
  );
});

describe('bad input', () => {
  test.each(['%00', '%2e%2e%2f%2e%2e%2fetc', 'nobody', '%E2%80%AE', "'%20OR%201=1--", '%F0%9F%8D%B5'])(
    'H8 the profile of %s is not there',
    async (handle) => {
      await using house = await openTeahouse();
      const answered = await house.stranger().send({ method: 'GET', url: `/api/members/${handle}` });
      expect([400, 404]).toContain(answered.status);
      expect(answered.headers['content-type']).toContain('application/problem+json');
    },
  );

  test.each(['limit=-1', 'limit=0', 'limit=NaN', 'cursor=abc', "cursor=' OR 1=1"])('D5 ?%s', async (query) => {
    await using house = await openTeahouse();
    await house.as('linwan');
    const url = `/api/members/linwan/notes?${encodeURI(query)}`;
    expect((await house.stranger().send({ method: 'GET', url })).status).toBe(400);
  });

  test('D5 the page marker of another reader or another list is refused', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const mia = await house.as('mia');
    for (const title of ['一', '二']) await publish(house, linwan, title);
    const { nextCursor = '' } = await mia.call(routes.members.listNotes, { ...linwans, query: { limit: 1 } });
    const query = { cursor: nextCursor };
    expect((await linwan.refused(routes.members.listNotes, { ...linwans, query })).code).toBe('invalid-cursor');
    const elsewhere = { params: { handle: 'mia' }, query };
    expect((await mia.refused(routes.members.listNotes, elsewhere)).code).toBe('invalid-cursor');
    expect((await mia.call(routes.members.listNotes, { ...linwans, query })).items).toHaveLength(1);
  });
});
