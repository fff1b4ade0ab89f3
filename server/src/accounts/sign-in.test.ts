import { routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, passwordOf, type TestHouse } from '../../test/harness.ts';

const sessionOf = (person: { cookies: Map<string, string> }) => person.cookies.get('teahouse_session');
const password = passwordOf('linwan');

function signIn(house: TestHouse, changes: Record<string, unknown> = {}) {
  const payload = { by: 'password', identifier: 'linwan', password, ...changes };
  return house.stranger().send({ method: 'POST', url: '/api/session', payload });
}

test('Linwan signs in on a second device, sees both, and signs one out', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const phone = house.stranger();
  const headers = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0' };
  await phone.call(routes.accounts.signIn, { body: { by: 'password', identifier: '@LinWan', password }, headers });
  const { items } = await phone.call(routes.accounts.listSessions);
  expect(items).toHaveLength(2);
  expect(items.find((item) => item.isCurrent)?.device).toBe('Chrome, Android');

  const other = items.find((item) => !item.isCurrent);
  await phone.call(routes.accounts.revokeSession, { params: { sessionId: other?.id ?? '' } });
  expect(await linwan.call(routes.accounts.session)).toEqual({ me: null });
  expect((await phone.call(routes.accounts.session)).me?.handle).toBe('linwan');
});

test('signing out ends the session in the database and in memory', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const cookie = sessionOf(linwan) ?? '';
  await linwan.call(routes.accounts.signOut);
  expect(linwan.cookies.has('teahouse_session')).toBe(false);
  linwan.cookies.set('teahouse_session', cookie);
  expect((await linwan.refused(routes.accounts.listSessions)).code).toBe('not-signed-in');
  expect(await house.db.selectFrom('account_session').selectAll().execute()).toEqual([]);
});

test('a session ends after 14 idle days, that of staff after 12 idle hours, each after 90 days', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const zhou = await house.as('zhou');
  house.advance('11h');
  expect((await zhou.call(routes.accounts.session)).me?.handle).toBe('laozhou');
  house.teahouse.features.accounts.forgetSessions(zhou.memberId);
  expect((await zhou.call(routes.accounts.session)).me?.handle).toBe('laozhou');
  house.advance('12h');
  house.teahouse.features.accounts.forgetSessions(zhou.memberId);
  expect(await zhou.call(routes.accounts.session)).toEqual({ me: null });

  for (let day = 0; day < 88; day += 8) {
    house.advance('8d');
    house.teahouse.features.accounts.forgetSessions(linwan.memberId);
    expect((await linwan.call(routes.accounts.session)).me?.handle).toBe('linwan');
    house.teahouse.features.accounts.forgetSessions(linwan.memberId);
  }
  house.advance('2d');
  house.teahouse.features.accounts.forgetSessions(linwan.memberId);
  expect(await linwan.call(routes.accounts.session)).toEqual({ me: null });
});

test('a warm look-up of a session needs no query', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const { findActor } = house.teahouse.features.accounts;
  const cookie = sessionOf(linwan);
  await findActor(cookie);
  const rounds = 100;
  const queries = await house.countQueries(async () => {
    for (let round = 0; round < rounds; round += 1) await findActor(cookie);
  });
  expect(queries).toBe(0);
});

test('over https the cookie is Secure and carries the __Host- prefix', async () => {
  await using house = await openTeahouse({ origin: 'https://tea.example' });
  const stranger = house.stranger();
  const answered = await stranger.send({
    method: 'POST',
    url: '/api/accounts',
    headers: { host: 'tea.example' },
    payload: {
      by: 'password',
      handle: 'rose',
      password,
      name: 'Rose',
      languagesRead: ['en'],
      interfaceLanguage: 'en',
      acceptedRulesVersion: 1,
    },
  });
  expect(answered.status).toBe(201);
  expect(String(answered.headers['set-cookie'])).toMatch(/__Host-teahouse_session=.*HttpOnly; Secure; SameSite=Lax/);
  const headers = { host: 'tea.example' };
  expect(await stranger.send({ method: 'GET', url: '/api/session', headers })).toMatchObject({
    body: { me: { handle: 'rose' } },
  });
});

describe('bad input', () => {
  const refusals: [string, Record<string, unknown>, number][] = [
    ['A15 {"$ne":null} as password', { password: { $ne: null } }, 400],
    ['A15 a list as password', { password: [] }, 400],
    ['A15 an object as identifier', { identifier: { $gt: '' } }, 400],
    ["A16 ' OR 1=1-- as identifier", { identifier: "' OR 1=1--" }, 401],
    ["A16 ' OR 1=1-- as password", { password: "' OR 1=1--" }, 401],
    ['a wrong password', { password: 'earl grey' }, 401],
    ['an unknown handle', { identifier: 'nobody-here' }, 401],
    ['an unknown e-mail', { identifier: 'nobody@tea.example' }, 401],
    ['a handle with NUL', { identifier: 'lin\u0000wan' }, 400],
  ];

  test.each(refusals)('%s', async (_name, changes, status) => {
    await using house = await openTeahouse();
    await house.as('linwan');
    expect((await signIn(house, changes)).status).toBe(status);
    expect(await house.db.selectFrom('account_session').select('id').execute()).toHaveLength(1);
  });

  test('A13 an unknown account costs as much to refuse as a known one', async () => {
    await using house = await openTeahouse();
    await house.as('linwan');
    const cost = async (identifier: string) => {
      const before = process.cpuUsage();
      await signIn(house, { identifier, password: 'wrong' });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await cost('nobody');
    const costs = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 8; round += 1) {
      costs.known.push(await cost('linwan'));
      costs.unknown.push(await cost('nobody'));
    }
    const ratio = Math.min(...costs.unknown) / Math.min(...costs.known);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.2);
  });

  test('A17 after many wrong passwords others wait, her usual device still gets in', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    await linwan.call(routes.accounts.signOut);
    const statuses: number[] = [];
    for (let guess = 0; guess < 30; guess += 1)
      statuses.push((await signIn(house, { password: `guess ${guess}` })).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
    expect((await signIn(house)).status).toBe(429);

    const { me } = await linwan.call(routes.accounts.signIn, {
      body: { by: 'password', identifier: 'linwan', password },
    });
    expect(me.handle).toBe('linwan');
    house.advance('16m');
    expect((await signIn(house)).status).toBe(200);
  });

  test('A17 guesses from many addresses are counted by account', async () => {
    await using house = await openTeahouse({ trustedProxies: ['127.0.0.1'] });
    await house.as('linwan');
    const guess = (host: number) =>
      house.stranger().send({
        method: 'POST',
        url: '/api/session',
        payload: { by: 'password', identifier: 'linwan', password: 'wrong' },
        headers: { 'x-forwarded-for': `203.0.113.${host}` },
      });
    const statuses: number[] = [];
    for (let host = 0; host < 32; host += 1) statuses.push((await guess(host)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });

  test('A18 a session in the address is ignored', async () => {
    await using house = await openTeahouse();
    const cookie = sessionOf(await house.as('linwan')) ?? '';
    const answered = await house.stranger().send({ method: 'GET', url: `/api/session?teahouse_session=${cookie}` });
    expect(answered.body).toEqual({ me: null });
  });

  test('A19 a session set before signing in is replaced', async () => {
    await using house = await openTeahouse();
    await house.as('linwan');
    const victim = house.stranger();
    victim.cookies.set('teahouse_session', 'a'.repeat(43));
    await victim.call(routes.accounts.signIn, { body: { by: 'password', identifier: 'linwan', password } });
    expect(sessionOf(victim)).not.toBe('a'.repeat(43));
    expect(sessionOf(victim)).toHaveLength(43);
  });

  test('A19 signing in again ends the former session of this browser', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const former = sessionOf(linwan) ?? '';
    await linwan.call(routes.accounts.signIn, { body: { by: 'password', identifier: 'linwan', password } });
    const thief = house.stranger();
    thief.cookies.set('teahouse_session', former);
    expect(await thief.call(routes.accounts.session)).toEqual({ me: null });
  });

  test.each(['suspended', 'deleted'] as const)('A20 the cookie of a %s account is worth nothing', async (state) => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    await house.db.updateTable('member').set({ state }).where('id', '=', linwan.memberId).execute();
    house.teahouse.features.accounts.forgetSessions(linwan.memberId);
    expect(await linwan.refused(routes.accounts.listSessions)).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect((await signIn(house)).status).toBe(state === 'suspended' ? 403 : 401);
  });

  test('A21 after a change of password other sessions are over, this one stays', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const phone = house.stranger();
    await phone.call(routes.accounts.signIn, { body: { by: 'password', identifier: 'linwan', password } });
    const newPassword = 'longjing before the rain';
    const wrong = { currentPassword: 'not it', newPassword };
    expect((await linwan.refused(routes.accounts.changePassword, { body: wrong })).code).toBe('wrong-credentials');
    expect((await linwan.refused(routes.accounts.changePassword, { body: { newPassword } })).code).toBe(
      'wrong-credentials',
    );
    await linwan.call(routes.accounts.changePassword, { body: { currentPassword: password, newPassword } });
    expect((await phone.refused(routes.accounts.listSessions)).status).toBe(401);
    expect((await linwan.call(routes.accounts.listSessions)).items).toHaveLength(1);
    expect((await signIn(house)).status).toBe(401);
    expect((await signIn(house, { password: newPassword })).status).toBe(200);
  });

  test('nobody can end the session of another member', async () => {
    await using house = await openTeahouse();
    const mia = await house.as('mia');
    const linwan = await house.as('linwan');
    const { items } = await linwan.call(routes.accounts.listSessions);
    const refusal = await mia.refused(routes.accounts.revokeSession, { params: { sessionId: items[0]?.id ?? '' } });
    expect(refusal.code).toBe('not-found');
    expect((await linwan.call(routes.accounts.listSessions)).items).toHaveLength(1);
  });
});
