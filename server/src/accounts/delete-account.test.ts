import { routes } from '@teahouse/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, passwordOf, type TestHouse } from '../../test/harness.ts';

const deletion = (name: 'linwan' | 'mia') => ({ handle: name, password: passwordOf(name) });

/** Rows in all tables that mention an id, by table. */
async function traces(house: TestHouse, id: string): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(house.db);
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(name)} as t where t::text like ${`%${id}%`}`.execute(house.db);
    if (rows[0] && rows[0].count > 0) found[name] = rows[0].count;
  }
  return found;
}

async function publish(house: TestHouse, author: Person, id = house.teahouse.deps.ids.next()): Promise<string> {
  const published_at = new Date(house.teahouse.deps.clock.now());
  const note = { id, author_id: author.memberId, title: '红烧肉', text: '冰糖先炒', language: 'zh', published_at };
  const nothing = { language_declared: null, text_cover: 'paper', category: null, country: null };
  await house.db
    .insertInto('note')
    .values({ ...note, ...nothing })
    .execute();
  await house.db.insertInto('note_stat').values({ note_id: id }).execute();
  return id;
}

/** Mia likes, collects, shares, comments and follows; Linwan answers and follows back. */
async function meet(house: TestHouse) {
  const linwan = await house.as('linwan');
  const mia = await house.as('mia');
  const params = { noteId: await publish(house, linwan) };
  const miasNote = await publish(house, mia);
  await mia.call(routes.reactions.like, { params });
  await mia.call(routes.reactions.collect, { params, body: {} });
  await mia.call(routes.reactions.share, { params });
  await mia.call(routes.members.getProfile, { params: { handle: 'linwan' } });
  await mia.call(routes.follows.follow, { params: { handle: 'linwan' } });
  await linwan.call(routes.follows.follow, { params: { handle: 'mia' } });
  await linwan.call(routes.reactions.like, { params: { noteId: miasNote } });
  const root = await mia.call(routes.comments.post, { params, body: { text: 'Looks lovely' } });
  await linwan.call(routes.comments.post, { params, body: { text: '谢谢', parentId: root.id } });
  const other = await linwan.call(routes.comments.post, { params, body: { text: '小火' } });
  await mia.call(routes.comments.post, { params, body: { text: 'How long?', parentId: other.id } });
  await mia.call(routes.comments.like, { params: { ...params, commentId: other.id } });
  await house.db
    .insertInto('note_viewer')
    .values({ note_id: params.noteId, viewer_key: mia.memberId, view_at: new Date(), impression_at: null })
    .execute();
  await house.drain();
  return { linwan, mia, noteId: params.noteId, miasNote, commentId: other.id };
}

test('Mia deletes her account: nothing of hers is left but an empty row, and every counter is right', async () => {
  await using house = await openTeahouse();
  const { linwan, mia, noteId, miasNote, commentId } = await meet(house);
  const { kept } = await mia.call(routes.accounts.deleteAccount, { body: deletion('mia') });
  expect(kept.length).toBeGreaterThan(0);

  expect((await mia.refused(routes.accounts.listSessions)).status).toBe(401);
  expect((await linwan.refused(routes.members.getProfile, { params: { handle: 'mia' } })).code).toBe('not-found');
  expect((await linwan.refused(routes.notes.get, { params: { noteId: miasNote } })).code).toBe('not-found');

  await house.drain();
  const left = await traces(house, mia.memberId);
  // Linwan's own notifications keep the id of an empty row.
  const allowed = new Set(['member', 'member_handle', 'member_stat', 'notification', 'notification_actor', 'comment']);
  expect(Object.keys(left).filter((table) => !allowed.has(table))).toEqual([]);
  const words = await house.db.selectFrom('comment').select('text').where('author_id', '=', mia.memberId).execute();
  expect(words).toEqual([]);
  const member = await house.db
    .selectFrom('member')
    .selectAll()
    .where('id', '=', mia.memberId)
    .executeTakeFirstOrThrow();
  expect(member).toMatchObject({ state: 'deleted', name: '', bio: '', interests: [], languages_read: [] });
  expect(member.handle).not.toContain('mia');

  const stat = await house.db
    .selectFrom('note_stat')
    .selectAll()
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();
  expect(stat).toMatchObject({ likes: 0, collects: 0, shares: 0, comments: 1 });
  const comment = await house.db
    .selectFrom('comment')
    .selectAll()
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow();
  expect(comment).toMatchObject({ likes: 0, replies: 0 });
  const hers = await house.db
    .selectFrom('member_stat')
    .selectAll()
    .where('member_id', '=', linwan.memberId)
    .executeTakeFirstOrThrow();
  expect(hers).toMatchObject({ received: 0, followers: 0, following: 0 });
  expect(await house.db.selectFrom('note_viewer').select('view_at').execute()).toHaveLength(1);
});

test('her handle is nobody else’s for 90 days', async () => {
  await using house = await openTeahouse();
  const mia = await house.as('mia');
  await mia.call(routes.accounts.deleteAccount, { body: deletion('mia') });
  await house.drain();
  const ask = () => house.stranger().call(routes.accounts.handleAvailability, { query: { handle: 'mia' } });
  expect(await ask()).toEqual({ available: false, reason: 'taken' });
  house.advance('91d');
  expect(await ask()).toEqual({ available: true });
});

test('deleting needs the own handle and the password', async () => {
  await using house = await openTeahouse();
  const mia = await house.as('mia');
  const refused = (body: { handle: string; password?: string }) => mia.refused(routes.accounts.deleteAccount, { body });
  expect((await refused({ ...deletion('mia'), handle: 'linwan' })).fields?.[0]?.message).toBe('not-your-handle');
  expect((await refused({ handle: 'mia', password: 'wrong' })).code).toBe('wrong-credentials');
  expect((await refused({ handle: 'mia' })).code).toBe('wrong-credentials');
  expect((await mia.call(routes.accounts.session)).me?.handle).toBe('mia');
});

test('the erasing job can be cut off and run again', async () => {
  await using house = await openTeahouse();
  const { mia } = await meet(house);
  await mia.call(routes.accounts.deleteAccount, { body: deletion('mia') });
  const again = () => house.teahouse.deps.jobs.add(house.db, 'accounts.eraseMember', { memberId: mia.memberId });
  await again();
  await house.drain();
  await again();
  await house.drain();
  const { rows } = await sql<{ worst: number }>`
    select least((select min(likes) from note_stat), (select min(received) from member_stat)) as worst`.execute(
    house.db,
  );
  expect(rows[0]?.worst).toBe(0);
});
