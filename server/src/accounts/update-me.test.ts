import { type BodyInput, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

type Change = BodyInput<typeof routes.accounts.updateMe>;

const change = (person: Person, body: Change, headers: Record<string, string> = {}) =>
  person.call(routes.accounts.updateMe, { body, headers });

async function givePicture(house: TestHouse, owner: Person): Promise<string> {
  const id = house.teahouse.deps.ids.next();
  await house.db
    .insertInto('media')
    .values({
      id,
      owner_id: owner.memberId,
      state: 'ready',
      width: 800,
      height: 800,
      thumbhash: 'cAmCBwI=',
      widths: [360, 720],
      problem: null,
      created_at: new Date(house.teahouse.deps.clock.now()),
    })
    .execute();
  return id;
}

test('Linwan writes about herself; others see it', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const avatarId = await givePicture(house, linwan);
  const { me } = await change(linwan, {
    name: '林晚晚',
    bio: '上海家常菜,养了两只猫',
    avatarId,
    timeZone: 'Asia/Shanghai',
  });
  expect(me).toMatchObject({ name: '林晚晚', timeZone: 'Asia/Shanghai', version: 2, avatar: { id: avatarId } });
  const profile = await house.stranger().call(routes.members.getProfile, { params: { handle: 'linwan' } });
  expect(profile).toMatchObject({ name: '林晚晚', bioLanguage: 'zh', avatar: { id: avatarId } });
  const cleared = await change(linwan, { avatarId: null });
  expect(cleared.me.avatar).toBeUndefined();
});

test('languages a member reads are known to the next request', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  await change(linwan, { languagesRead: ['zh', 'ja'] });
  const cookie = linwan.cookies.get('teahouse_session');
  const actor = await house.teahouse.features.accounts.findActor(cookie);
  expect(actor?.languagesRead).toEqual(['zh', 'ja']);
});

test('other languages or interests are told to those who learn from them; another name is not', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  await house.drain();
  const told: string[] = [];
  house.teahouse.deps.events.on('member.changed', (events) => {
    told.push(...events.map(({ memberId }) => memberId));
  });
  await change(linwan, { name: '林晚晚', timeZone: 'Asia/Shanghai' });
  await house.drain();
  expect(told).toEqual([]);
  await change(linwan, { languagesRead: ['zh', 'ja'] });
  await change(linwan, { interests: ['cats'] });
  await house.drain();
  expect(told).toEqual([linwan.memberId, linwan.memberId]);
});

test('a handle given up leads to its member for 90 days, then to whoever takes it', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const mia = await house.as('mia');
  await change(linwan, { handle: 'wanwan' });
  const byOld = await mia.call(routes.members.getProfile, { params: { handle: 'linwan' } });
  expect(byOld.handle).toBe('wanwan');
  expect((await mia.refused(routes.accounts.updateMe, { body: { handle: 'LinWan' } })).code).toBe('handle-taken');
  const typed = { by: 'password', identifier: 'linwan', password: 'linwan drinks oolong' } as const;
  expect((await house.stranger().refused(routes.accounts.signIn, { body: typed })).code).toBe('wrong-credentials');

  await change(linwan, { handle: 'linwan' });
  await change(linwan, { handle: 'wanwan' });
  house.advance('1d');
  for (let week = 0; week < 13; week += 1) {
    house.advance('7d');
    house.teahouse.features.accounts.forgetSessions(mia.memberId);
    await mia.call(routes.accounts.session);
  }
  await mia.call(routes.accounts.signIn, {
    body: { by: 'password', identifier: 'mia', password: 'mia drinks oolong' },
  });
  expect((await change(mia, { handle: 'linwan' })).me.handle).toBe('linwan');
});

test('handles are not hoarded: after five given up, the next change waits', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  for (const handle of ['wan1', 'wan2', 'wan3', 'wan4', 'wan5']) await change(linwan, { handle });
  expect((await linwan.refused(routes.accounts.updateMe, { body: { handle: 'wan6' } })).code).toBe('rate-limited');
  expect((await change(linwan, { handle: 'WAN5' })).me.handle).toBe('WAN5');
});

describe('bad input', () => {
  const refusals: [string, Record<string, unknown>, number][] = [
    ['B1 a name of 10 kB', { name: 'x'.repeat(10_000) }, 400],
    ['B2 a bio of 10,000 combining marks', { bio: `a${'\u0301'.repeat(10_000)}` }, 400],
    ['B3 interface language ../../x', { interfaceLanguage: '../../x' }, 400],
    ['B3 reads zh-<script>', { languagesRead: ['zh-<script>'] }, 400],
    ["B6 time zone '; DROP", { timeZone: "'; DROP" }, 400],
    ['B6 time zone Europe/Nowhere', { timeZone: 'Europe/Nowhere' }, 400],
    ['B6 time zone with a path', { timeZone: '../../etc/passwd' }, 400],
    ['A7 handle of the house in Cyrillic', { handle: '\u0430dmin' }, 409],
    ['B5 a picture that is not there', { avatarId: '0194bd5c-8a80-7000-8000-000000000000' }, 404],
    ['B5 a picture by number', { avatarId: 1 }, 400],
    ['an interest that is none', { interests: ['world-domination'] }, 400],
    ['rules of version 0', { acceptedRulesVersion: 0 }, 400],
  ];
  test.each(refusals)('%s', async (_name, body, status) => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const answered = await linwan.send({ method: 'PATCH', url: '/api/me', payload: body });
    expect(answered.status).toBe(status);
    const { me } = await linwan.call(routes.accounts.session);
    expect(me).toMatchObject({ version: 1, name: '林晚', bio: '', timeZone: 'UTC' });
  });

  test('B2 a bio with a few towers of marks keeps its layout', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const { me } = await change(linwan, { bio: `z${'\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(20)}` });
    expect(me.bio.length).toBeLessThan(10);
  });

  test('B4 what a member may not set about themselves is ignored', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const payload = { role: 'operator', trust: 9, state: 'active', version: 99, dau_cohort: 'native', bio: 'tea' };
    const answered = await linwan.send({ method: 'PATCH', url: '/api/me', payload });
    expect(answered).toMatchObject({ status: 200, body: { me: { role: 'member', version: 2, bio: 'tea' } } });
  });

  test('B5 the picture of another member is not there', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const avatarId = await givePicture(house, await house.as('mia'));
    expect((await linwan.refused(routes.accounts.updateMe, { body: { avatarId } })).code).toBe('not-found');
  });

  test.each(['"7"', 'W/"0"', '"abc"', '"1; drop"'])('B8 If-Match %s is not the present version', async (ifMatch) => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const headers = { 'if-match': ifMatch };
    const refusal = await linwan.refused(routes.accounts.updateMe, { body: { bio: 'tea' }, headers });
    expect(refusal).toMatchObject({ status: 412, code: 'changed-meanwhile' });
    expect((await change(linwan, { bio: 'tea' }, { 'if-match': '"1"' })).me.version).toBe(2);
  });

  test('B8 of two changes of one version, one is refused', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const send = (bio: string) =>
      linwan.send({ method: 'PATCH', url: '/api/me', payload: { bio }, headers: { 'if-match': '"1"' } });
    const answers = await Promise.all([send('oolong'), send('jasmine')]);
    expect(answers.map((answered) => answered.status).sort()).toEqual([200, 412]);
  });
});
