import { type BodyInput, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';

const rose = {
  by: 'password',
  handle: 'rose',
  password: 'jasmine in spring',
  name: 'Rose',
  languagesRead: ['en'],
  interfaceLanguage: 'en',
  acceptedRulesVersion: 1,
} satisfies BodyInput<typeof routes.accounts.signUp>;

function signUp(house: TestHouse, changes: Record<string, unknown> = {}) {
  return house.stranger().send({ method: 'POST', url: '/api/accounts', payload: { ...rose, ...changes } });
}

async function countMembers(house: TestHouse): Promise<number> {
  const rows = await house.db.selectFrom('member').select('id').execute();
  return rows.length;
}

test('Linwan signs up by password, is signed in, and has a board', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { me } = await linwan.call(routes.accounts.session);
  expect(me).toMatchObject({ handle: 'linwan', name: '林晚', hasPassword: true, role: 'member', version: 1 });
  const boards = await house.db.selectFrom('board').selectAll().execute();
  expect(boards).toMatchObject([{ member_id: linwan.memberId, is_default: true, name: '我的收藏' }]);
  const stored = await house.db.selectFrom('account_session').select('token').execute();
  expect(stored.map((row) => row.token)).not.toContain(linwan.cookies.get('teahouse_session'));
});

test('a handle wished for 100 times at once goes to one, and leaves nothing of the others', {
  timeout: 90_000,
}, async () => {
  await using house = await openTeahouse();
  const answers = await Promise.all(Array.from({ length: 100 }, () => signUp(house)));
  const statuses = answers.map((answered) => answered.status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(new Set(statuses)).toEqual(new Set([201, 409]));
  expect(await countMembers(house)).toBe(1);
  expect(await house.db.selectFrom('account').select('id').execute()).toHaveLength(1);
  expect(await house.db.selectFrom('board').select('id').execute()).toHaveLength(1);
});

test('a house whose sign-up is closed says so', async () => {
  await using house = await openTeahouse();
  await house.teahouse.settings.update({ signUpIsOpen: false });
  const answered = await signUp(house);
  expect(answered).toMatchObject({ status: 403, body: { code: 'sign-up-closed' } });
  expect(await countMembers(house)).toBe(0);
});

test('whether a handle is free', async () => {
  await using house = await openTeahouse();
  await house.as('linwan');
  const stranger = house.stranger();
  const ask = (handle: string) => stranger.call(routes.accounts.handleAvailability, { query: { handle } });
  expect(await ask('wanwan')).toEqual({ available: true });
  expect(await ask('LinWan')).toEqual({ available: false, reason: 'taken' });
  expect(await ask('admin')).toEqual({ available: false, reason: 'reserved' });
  expect(await ask('a b')).toEqual({ available: false, reason: 'form' });
});

describe('bad input', () => {
  const refusals: [string, Record<string, unknown>, number][] = [
    ['A6 handle with a right-to-left override', { handle: 'ro\u202ese' }, 400],
    ['A6 handle with a zero-width space', { handle: 'ro\u200bse' }, 400],
    ['A6 handle with NUL', { handle: 'ro\u0000se' }, 400],
    ['A6 handle with a line break', { handle: 'ro\nse' }, 400],
    ['A7 handle аdmin with a Cyrillic letter', { handle: '\u0430dmin' }, 409],
    ['A7 handle admin in full width', { handle: '\uff41\uff44\uff4d\uff49\uff4e' }, 409],
    ['A8 handle ../../etc', { handle: '../../etc' }, 400],
    ['A8 handle api', { handle: 'api' }, 400],
    ['A8 handle me', { handle: 'me' }, 400],
    ['A8 handle .well-known', { handle: '.well-known' }, 400],
    ['A9 e-mail with a header', { by: 'code', address: 'a@b.cn\r\nBcc:x@y.cn', code: '123456' }, 400],
    ['A10 e-mail of 10 kB', { by: 'code', address: `${'a'.repeat(10_000)}@b.cn`, code: '123456' }, 400],
    ['A15 password as an object', { password: { $ne: null } }, 400],
    ['A15 password as a list', { password: ['jasmine in spring'] }, 400],
    ['B1 name of 1 MB is too large a body', { name: 'x'.repeat(1_000_000) }, 413],
    ['B1 name of 10 kB', { name: 'x'.repeat(10_000) }, 400],
    ['B3 language ../../x', { interfaceLanguage: '../../x' }, 400],
    ['B3 language zh-<script>', { languagesRead: ['zh-<script>'] }, 400],
    ["B6 time zone '; DROP", { timeZone: "'; DROP TABLE member" }, 400],
    ['a name nobody can see', { name: '\u200b\u3164' }, 400],
    ['a lone surrogate in the name', { name: 'x\ud800' }, 400],
    ['the same language twice', { languagesRead: ['en', 'en'] }, 400],
    ['a short password', { password: '1234567' }, 400],
  ];

  test.each(refusals)('%s', async (_name, changes, status) => {
    await using house = await openTeahouse();
    const answered = await signUp(house, changes);
    expect(answered.status).toBe(status);
    expect(answered.headers['content-type']).toContain('application/problem+json');
    expect(await countMembers(house)).toBe(0);
    expect(house.mails).toEqual([]);
  });

  const bodies: [string, string, string, number][] = [
    ['A1 an empty body', '', 'application/json', 400],
    ['A1 an empty object', '{}', 'application/json', 400],
    ['A2 no JSON', 'handle=rose', 'application/json', 400],
    ['A2 a form', 'handle=rose', 'application/x-www-form-urlencoded', 415],
    ['A3 10,000 levels deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'application/json', 400],
  ];

  test.each(bodies)('%s', async (_name, payload, type, status) => {
    await using house = await openTeahouse();
    const headers = { 'content-type': type };
    const answered = await house.stranger().send({ method: 'POST', url: '/api/accounts', payload, headers });
    expect(answered.status).toBe(status);
    expect(answered.body).toMatchObject({ status });
  });

  test('A4 prototype keys are ignored', async () => {
    await using house = await openTeahouse();
    const payload = JSON.stringify(rose).replace(
      '{',
      '{"__proto__":{"role":"operator"},"constructor":{"prototype":{"a":1}},',
    );
    const headers = { 'content-type': 'application/json' };
    const answered = await house.stranger().send({ method: 'POST', url: '/api/accounts', payload, headers });
    expect(answered).toMatchObject({ status: 201, body: { me: { role: 'member' } } });
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  test('A5 of a key given twice the last counts, for the check and for the row', async () => {
    await using house = await openTeahouse();
    const payload = `{"handle":"admin",${JSON.stringify(rose).slice(1)}`;
    const headers = { 'content-type': 'application/json' };
    const answered = await house.stranger().send({ method: 'POST', url: '/api/accounts', payload, headers });
    expect(answered).toMatchObject({ status: 201, body: { me: { handle: 'rose' } } });
  });

  test('A11 a password of 200 kB is refused before it is hashed', async () => {
    await using house = await openTeahouse();
    await signUp(house, { handle: 'warm-up' });
    const answered = await signUp(house, { password: 'x'.repeat(200_000) });
    expect(answered).toMatchObject({ status: 400, body: { fields: [{ message: 'password-too-long' }] } });
  });

  test('A11 a password of 1 MB does not even reach the check', async () => {
    await using house = await openTeahouse();
    expect((await signUp(house, { password: 'x'.repeat(1_000_000) })).status).toBe(413);
  });

  test('A12 a password with emoji and accents signs in however it was composed', async () => {
    await using house = await openTeahouse();
    const password = 'caf\u00e9 \u{1f375} chez moi';
    expect((await signUp(house, { password })).status).toBe(201);
    const decomposed = { by: 'password', identifier: 'rose', password: password.normalize('NFD') } as const;
    const { me } = await house.stranger().call(routes.accounts.signIn, { body: decomposed });
    expect(me.handle).toBe('rose');
  });

  test('A14 sign-ups from one network are limited, also from one IPv6 /64', async () => {
    await using house = await openTeahouse({ rateLimitScale: 0.05, trustedProxies: ['127.0.0.1'] });
    const from = (address: string) =>
      house.stranger().send({
        method: 'POST',
        url: '/api/accounts',
        payload: { ...rose, handle: 'x' },
        headers: { 'x-forwarded-for': address },
      });
    const statuses: number[] = [];
    for (let host = 1; host <= 5; host += 1) statuses.push((await from(`2001:db8:0:1::${host}`)).status);
    expect(statuses.slice(0, 3)).toEqual([400, 400, 400]);
    expect(statuses.at(-1)).toBe(429);
    expect((await from('2001:db8:0:2::1')).status).toBe(400);
  });

  test.each([
    ['/24', (host: number) => `198.51.100.${host}`, '198.51.101.1'],
    ['/48', (host: number) => `2001:db8:1:${host}::1`, '2001:db8:2::1'],
  ])('A14 a whole network %s gets its share and no more', async (_name, addressOf, elsewhere) => {
    await using house = await openTeahouse({ rateLimitScale: 0.01, trustedProxies: ['127.0.0.1'] });
    const from = (address: string, handle: string) =>
      house.stranger().send({
        method: 'POST',
        url: '/api/accounts',
        payload: { ...rose, handle },
        headers: { 'x-forwarded-for': address },
      });
    const statuses: number[] = [];
    for (let host = 1; host <= 5; host += 1) statuses.push((await from(addressOf(host), `rose${host}`)).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
    expect((await from(elsewhere, 'rose9')).status).toBe(201);
    house.advance('61m');
    expect((await from(addressOf(200), 'rose4')).status).toBe(201);
  });

  test('B4 what a member may not set about themselves is ignored', async () => {
    await using house = await openTeahouse();
    const wishes = { role: 'operator', trust: 9, verified: true, state: 'active', joinedAt: '2020-01-01T00:00:00Z' };
    const answered = await signUp(house, wishes);
    expect(answered).toMatchObject({
      status: 201,
      body: { me: { role: 'member', joinedAt: '2025-01-14T04:00:00.000Z' } },
    });
  });
});
