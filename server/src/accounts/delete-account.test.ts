import { routes, textAddressOf } from '@teahouse/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, passwordOf, type TestHouse } from '../../test/harness.ts';
import { scriptedEngine } from '../../test/pipeline-house.ts';

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
  const languages = { title_languages: ['zh'], text_languages: ['zh'], language_declared: null };
  const nothing = { text_cover: 'paper', category: null, country: null };
  await house.db
    .insertInto('note')
    .values({ ...note, ...languages, ...nothing })
    .execute();
  await house.db.insertInto('note_stat').values({ note_id: id }).execute();
  return id;
}

/** Everything that a member can say of their own feed. */
async function sayOfFeed(
  { db, teahouse }: TestHouse,
  { call, memberId: member_id }: Person,
  own: string,
  other: string,
) {
  const at = new Date(teahouse.deps.clock.now());
  await call(routes.feedControls.change, { body: { newcomers: 'more' } });
  await call(routes.reactions.notInterested, { params: { noteId: other as never }, body: { reason: 'author' } });
  await db.insertInto('feed_topic_intensity').values({ member_id, topic_id: own, intensity: 'less', at }).execute();
  await db.insertInto('feed_usual_day').values({ member_id, day: '2025-01-13' }).execute();
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
  await sayOfFeed(house, mia, miasNote, params.noteId);
  await house.db
    .insertInto('note_viewer')
    .values({ note_id: params.noteId, viewer_key: mia.memberId, view_at: new Date(), impression_at: null })
    .execute();
  await house.drain();
  return { linwan, mia, noteId: params.noteId, miasNote, commentId: other.id };
}

/** Linwan's own notifications keep the id of an empty row; days of the feeds' log are dropped whole. */
const allowed = /^(?:member|member_handle|member_stat|notification|notification_actor|comment|traffic_log(?:_\w+)?)$/;

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
  expect(Object.keys(left).filter((table) => !allowed.test(table))).toEqual([]);
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

/** What Mia did for readers of other languages; Linwan's note stands, a gloss of hers is used by all. */
async function helpReaders(house: TestHouse, mia: Person, linwan: Person, noteId: string) {
  const { ids } = house.teahouse.deps;
  const [of, at, memberId] = [textAddressOf('note.title', noteId), new Date(), mia.memberId];
  const body = { to: 'en' as const, texts: [of, textAddressOf('note.text', noteId)], waitMilliseconds: 3000 };
  await mia.call(routes.translations.request, { body });
  await mia.call(routes.translations.rate, { body: { of, to: 'en', verdict: 'good' } });
  await mia.call(routes.translations.report, { body: { of, to: 'en', detail: 'Mia says so' } });
  const suggest = { of, to: 'en', text: 'Pork the way Mia says it' } as const;
  const { id: suggestionId } = await mia.call(routes.translations.suggest, { body: suggest });
  await linwan.call(routes.translations.decideSuggestion, { params: { suggestionId }, body: { decision: 'accept' } });
  await mia.call(routes.translations.rate, { body: { of, to: 'en', verdict: 'good' } });
  await mia.call(routes.translations.suggest, { body: { ...suggest, text: 'Pork, again as Mia says it' } });
  const [glossId, requestId, sharedId] = [ids.next(), ids.next(), ids.next()];
  const gloss = { id: glossId, language: 'zh', term: '糖色', term_key: '糖色', sense: 'caramel', author_id: memberId };
  const state = { state: 'approved' as const, up_votes: 1, remarks: 1, created_at: at, updated_at: at };
  await house.db
    .insertInto('gloss')
    .values({ ...gloss, ...state })
    .execute();
  await house.db.insertInto('gloss_vote').values({ gloss_id: glossId, member_id: memberId, vote: 'up', at }).execute();
  const remark = { gloss_id: glossId, id: ids.next(), member_id: memberId, text: 'Mia remarks', language: 'en' };
  await house.db
    .insertInto('gloss_remark')
    .values({ ...remark, created_at: at })
    .execute();
  for (const [id, asked] of [[requestId, 1] as const, [sharedId, 2] as const]) {
    const words = `words ${asked}`;
    const request = { id, words_key: words, words, language: 'zh', address: null, gloss_id: null, asked };
    await house.db
      .insertInto('gloss_request')
      .values({ ...request, created_at: at })
      .execute();
    await house.db.insertInto('gloss_request_member').values({ request_id: id, member_id: memberId, at }).execute();
  }
  await house.teahouse.features.translation.settle();
  return { of, glossId, sharedId };
}

test('what Mia did for readers of other languages stays without her: her words go, her counts are taken back', async () => {
  await using house = await openTeahouse({}, { engines: [scriptedEngine()] });
  const { linwan, mia, noteId } = await meet(house);
  const { of, glossId, sharedId } = await helpReaders(house, mia, linwan, noteId);
  await mia.call(routes.accounts.deleteAccount, { body: deletion('mia') });
  await house.drain();

  const left = await traces(house, mia.memberId);
  expect(Object.keys(left).filter((table) => !allowed.test(table))).toEqual([]);
  for (const table of ['translation_verdict', 'translation_suggestion', 'translation_report', 'gloss_remark'] as const)
    expect(await house.db.selectFrom(table).select(sql<number>`1`.as('one')).execute(), table).toEqual([]);
  const gloss = await house.db
    .selectFrom('gloss')
    .select(['term', 'author_id', 'up_votes', 'remarks'])
    .where('id', '=', glossId)
    .execute();
  expect(gloss).toEqual([{ term: '糖色', author_id: null, up_votes: 0, remarks: 0 }]);
  const requests = await house.db.selectFrom('gloss_request').select(['id', 'asked']).execute();
  expect(requests).toEqual([{ id: sharedId, asked: 1 }]);
  const translation = await house.db
    .selectFrom('translation')
    .select(['by_member', 'text', 'good'])
    .where('address', '=', of)
    .execute();
  expect(translation).toEqual([{ by_member: null, text: 'Pork the way Mia says it', good: 0 }]);
  expect(await house.db.selectFrom('translation_reader').select('note_id').execute()).toHaveLength(1);
});

test('with Linwan go the translations of what she wrote', async () => {
  await using house = await openTeahouse({}, { engines: [scriptedEngine()] });
  const { linwan, mia, noteId, commentId } = await meet(house);
  await linwan.call(routes.accounts.updateMe, { body: { bio: '上海人，爱做饭' } });
  await linwan.call(routes.translations.putVersion, {
    params: { noteId: noteId as never, language: 'es' },
    body: { title: 'Cerdo', text: '' },
  });
  const texts = [
    textAddressOf('note.title', noteId),
    textAddressOf('comment.text', noteId, commentId),
    textAddressOf('member.bio', linwan.memberId),
  ];
  await mia.call(routes.translations.request, { body: { to: 'en', texts, waitMilliseconds: 3000 } });
  await mia.call(routes.translations.suggest, { body: { of: texts[0] as never, to: 'en', text: 'Braised pork' } });
  const count = async () => (await house.db.selectFrom('translation').select('address').execute()).length;
  expect(await count()).toBe(3);
  await linwan.call(routes.accounts.deleteAccount, { body: deletion('linwan') });
  await house.drain();
  expect(await count()).toBe(0);
  for (const table of ['note_version', 'translation_suggestion', 'translation_memory', 'translation_reader'] as const)
    expect(await house.db.selectFrom(table).select(sql<number>`1`.as('one')).execute(), table).toEqual([]);
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
