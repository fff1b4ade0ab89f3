import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';
import { openOperatorClaim } from './operator-claim.ts';

const tokenOf = async (house: TestHouse) => (await openOperatorClaim(house.teahouse.deps)) ?? 'none';

test('the first account of an empty house becomes operator with the one-time token', async () => {
  await using house = await openTeahouse();
  const token = await tokenOf(house);
  const linwan = await house.as('linwan');
  const { me } = await linwan.call(routes.accounts.claimOperator, { body: { token } });
  expect(me.role).toBe('operator');
  expect((await linwan.call(routes.house.getSettings)).name).toBe('Teahouse');
  const audit = await house.db.selectFrom('audit').selectAll().execute();
  expect(audit).toMatchObject([{ verb: 'operator.claim', subject_id: linwan.memberId }]);
  expect(await openOperatorClaim(house.teahouse.deps)).toBeUndefined();
});

test('the token can be given at sign-up; a wrong one opens no account', async () => {
  await using house = await openTeahouse();
  const body = {
    by: 'password' as const,
    handle: 'weizhanggui',
    password: 'tieguanyin',
    name: '魏掌柜',
    languagesRead: ['zh' as const],
    interfaceLanguage: 'zh' as const,
    acceptedRulesVersion: 1,
    operatorToken: await tokenOf(house),
  };
  const wrong = { ...body, operatorToken: 'guess' };
  expect((await house.stranger().refused(routes.accounts.signUp, { body: wrong })).code).toBe('invalid-code');
  expect(await house.db.selectFrom('member').select('id').execute()).toEqual([]);
  const { me } = await house.stranger().call(routes.accounts.signUp, { body });
  expect(me.role).toBe('operator');
  expect(await house.db.selectFrom('audit').select('verb').execute()).toEqual([{ verb: 'operator.claim' }]);
});

test('A24 of many claims at once, one succeeds', async () => {
  await using house = await openTeahouse();
  const token = await tokenOf(house);
  const people = await Promise.all([house.as('linwan'), house.as('mia'), house.as('jake'), house.as('priya')]);
  const claim = (person: (typeof people)[number]) =>
    person.send({ method: 'POST', url: '/api/operator-claim', payload: { token } });
  const statuses = (await Promise.all(people.map(claim))).map((answered) => answered.status);
  expect(statuses.sort()).toEqual([200, 400, 400, 400]);
});

test('A22 a wrong, a former or a used token is refused', async () => {
  await using house = await openTeahouse();
  const former = await tokenOf(house);
  const token = await tokenOf(house);
  const linwan = await house.as('linwan');
  const mia = await house.as('mia');
  const refused = async (given: string) =>
    (await mia.refused(routes.accounts.claimOperator, { body: { token: given } })).code;
  expect(await refused('guess')).toBe('invalid-code');
  expect(await refused(former)).toBe('invalid-code');
  expect(await refused(token.slice(0, -1))).toBe('invalid-code');
  await linwan.call(routes.accounts.claimOperator, { body: { token } });
  expect(await refused(token)).toBe('invalid-code');
  expect((await mia.call(routes.accounts.session)).me?.role).toBe('member');
});

test('the database keeps the hash of the token only', async () => {
  await using house = await openTeahouse();
  const token = await tokenOf(house);
  const rows = await house.db.selectFrom('setting').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
});
