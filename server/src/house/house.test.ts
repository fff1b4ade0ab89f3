import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';

test('the house introduces itself before anyone signs in', async () => {
  await using house = await openTeahouse();
  await house.as('linwan');
  const about = await house.stranger().call(routes.house.get);
  expect(about).toMatchObject({
    name: 'Teahouse',
    rulesVersion: 1,
    signUp: { isOpen: true },
    hasOperator: false,
    state: 'open',
    memberCount: 1,
    noteCount: 0,
  });
});

test('codes are offered where something sends them', async () => {
  await using house = await openTeahouse({ origin: 'https://tea.example' });
  const answered = await house.stranger().send({ method: 'GET', url: '/api/house', headers: { host: 'tea.example' } });
  expect(answered.body).toMatchObject({ signUp: { methods: ['password', 'passkey'] } });
});

test('the operator changes settings; the change is on record', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  const changed = await wei.call(routes.house.updateSettings, { body: { name: '猫税茶馆', signUpIsOpen: false } });
  expect(changed).toMatchObject({ name: '猫税茶馆', signUpIsOpen: false, showsCountryBadges: true });
  expect((await house.stranger().call(routes.house.get)).name).toBe('猫税茶馆');
  const audit = await house.db.selectFrom('audit').selectAll().execute();
  expect(audit).toMatchObject([
    {
      actor_id: wei.memberId,
      verb: 'house.change-settings',
      detail: { name: { from: 'Teahouse', to: '猫税茶馆' }, signUpIsOpen: { from: true, to: false } },
    },
  ]);
});

test('a setting that stays the same leaves no record', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  await wei.call(routes.house.updateSettings, { body: { name: 'Teahouse' } });
  expect(await house.db.selectFrom('audit').selectAll().execute()).toEqual([]);
});

test('the operator makes Mia a moderator, at once and on record, and takes it back', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  const mia = await house.as('mia');
  const params = { handle: 'mia' };
  expect(await wei.call(routes.house.setRole, { params, body: { role: 'moderator' } })).toEqual({
    handle: 'mia',
    role: 'moderator',
  });
  expect((await mia.call(routes.accounts.session)).me?.role).toBe('moderator');
  expect((await mia.call(routes.moderation.listReports)).items).toEqual([]);
  await wei.call(routes.house.setRole, { params, body: { role: 'member' } });
  expect((await mia.refused(routes.moderation.listReports)).code).toBe('not-allowed');
  const audit = await house.db.selectFrom('audit').selectAll().orderBy('id').execute();
  expect(audit).toMatchObject([
    { verb: 'member.set-role', subject_id: mia.memberId, detail: { from: 'member', to: 'moderator' } },
    { verb: 'member.set-role', subject_id: mia.memberId, detail: { from: 'moderator', to: 'member' } },
  ]);
});

test('the last operator stays; of two who demote each other at once, one stays', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  const demote = (handle: string) => ({ params: { handle }, body: { role: 'member' as const } });
  expect((await wei.refused(routes.house.setRole, demote('wei'))).code).toBe('conflict');

  const mia = await house.as('mia');
  await wei.call(routes.house.setRole, { params: { handle: 'mia' }, body: { role: 'operator' } });
  const put = (person: typeof wei, handle: string) =>
    person.send({ method: 'PUT', url: `/api/operations/members/${handle}/role`, payload: { role: 'member' } });
  await Promise.all([put(wei, 'mia'), put(mia, 'wei')]);
  const operators = await house.db.selectFrom('member').select('id').where('role', '=', 'operator').execute();
  expect(operators).toHaveLength(1);
});

test.each(['linwan', 'zhou'] as const)('%s is no operator', async (name) => {
  await using house = await openTeahouse();
  const person = await house.as(name);
  expect((await person.refused(routes.house.getSettings)).code).toBe('not-allowed');
  expect((await person.refused(routes.house.updateSettings, { body: { name: 'Mine' } })).code).toBe('not-allowed');
  const body = { role: 'operator' } as const;
  const params = { handle: person.handle };
  expect((await person.refused(routes.house.setRole, { params, body })).code).toBe('not-allowed');
});

const refusals: [string, object, number][] = [
  ['an empty name', { name: ' ' }, 400],
  ['a name of 10 kB', { name: 'x'.repeat(10_000) }, 400],
  ['a word for yes or no', { signUpIsOpen: 'yes' }, 400],
];
test.each(refusals)('settings refuse %s', async (_name, payload, status) => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  expect((await wei.send({ method: 'PATCH', url: '/api/operations/settings', payload })).status).toBe(status);
  expect(house.teahouse.settings.current).toMatchObject({ name: 'Teahouse', signUpIsOpen: true });
});

test('a role for nobody, or a role that is none', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  const params = { handle: 'nobody' };
  expect((await wei.refused(routes.house.setRole, { params, body: { role: 'moderator' } })).code).toBe('not-found');
  const payload = { role: 'emperor' };
  const answered = await wei.send({ method: 'PUT', url: '/api/operations/members/wei/role', payload });
  expect(answered.status).toBe(400);
});
