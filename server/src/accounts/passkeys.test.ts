import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';
import { createSoftwarePasskey, type SoftwarePasskey } from '../../test/software-passkey.ts';

const origin = 'http://localhost';

async function addPasskey(person: Person, device = createSoftwarePasskey(origin)) {
  const { options } = await person.call(routes.accounts.passkeyOptions);
  const response = device.register(options);
  const passkey = await person.call(routes.accounts.addPasskey, { body: { name: 'My phone', response } });
  return { passkey, device, response };
}

async function assertion(house: TestHouse, device: SoftwarePasskey) {
  const { options } = await house.stranger().call(routes.accounts.passkeySignInOptions);
  return device.signIn(options);
}

test('Mia adds a passkey and signs in with it, on a machine that has never seen her', async () => {
  await using house = await openTeahouse({ origin });
  const mia = await house.as('mia');
  const { passkey, device } = await addPasskey(mia);
  expect(passkey.name).toBe('My phone');
  expect((await mia.call(routes.accounts.listPasskeys)).items).toEqual([passkey]);

  const body = { response: await assertion(house, device) };
  const laptop = house.stranger();
  expect((await laptop.call(routes.accounts.passkeySignIn, { body })).me.handle).toBe('mia');
  expect((await laptop.call(routes.accounts.listSessions)).items).toHaveLength(2);
  const row = await house.db.selectFrom('passkey').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ counter: 2, member_id: mia.memberId });
});

test('an answer to a challenge is good once', async () => {
  await using house = await openTeahouse({ origin });
  const mia = await house.as('mia');
  const { device, response } = await addPasskey(mia);
  const replayed = await mia.refused(routes.accounts.addPasskey, { body: { name: 'Again', response } });
  expect(replayed.code).toBe('invalid-code');
  const body = { response: await assertion(house, device) };
  await house.stranger().call(routes.accounts.passkeySignIn, { body });
  expect((await house.stranger().refused(routes.accounts.passkeySignIn, { body })).code).toBe('wrong-credentials');
});

test('a passkey of another site, of nobody here, or with a wrong signature does not sign in', async () => {
  await using house = await openTeahouse({ origin });
  const mia = await house.as('mia');
  const { device } = await addPasskey(mia);
  const refuse = async (response: Record<string, unknown>) =>
    (await house.stranger().refused(routes.accounts.passkeySignIn, { body: { response } })).code;

  expect(await refuse(await assertion(house, createSoftwarePasskey(origin)))).toBe('wrong-credentials');
  const elsewhere = createSoftwarePasskey('https://evil.example');
  const stolen = { ...(await assertion(house, elsewhere)), id: (await assertion(house, device)).id };
  expect(await refuse(stolen)).toBe('wrong-credentials');
  const forged = await assertion(house, device);
  const signature = (await assertion(house, createSoftwarePasskey(origin))).response as { signature: string };
  expect(await refuse({ ...forged, response: { ...(forged.response as object), ...signature } })).toBe(
    'wrong-credentials',
  );
});

test('a challenge is good for five minutes, and for the member who asked', async () => {
  await using house = await openTeahouse({ origin });
  const mia = await house.as('mia');
  const jake = await house.as('jake');
  const { options } = await mia.call(routes.accounts.passkeyOptions);
  const body = { name: 'Stolen', response: createSoftwarePasskey(origin).register(options) };
  expect((await jake.refused(routes.accounts.addPasskey, { body })).code).toBe('invalid-code');
  house.advance('6m');
  expect((await mia.refused(routes.accounts.addPasskey, { body })).code).toBe('invalid-code');
});

test('the last way into an account cannot be removed', async () => {
  await using house = await openTeahouse({ origin });
  const mia = await house.as('mia');
  const { passkey } = await addPasskey(mia);
  const params = { passkeyId: passkey.id };
  await house.db.deleteFrom('account_credential').execute();
  expect((await mia.refused(routes.accounts.removePasskey, { params })).code).toBe('conflict');
  const { passkey: second } = await addPasskey(mia);
  await mia.call(routes.accounts.removePasskey, { params });
  expect((await mia.call(routes.accounts.listPasskeys)).items).toEqual([second]);
});

test('nobody removes the passkey of another member', async () => {
  await using house = await openTeahouse({ origin });
  const mia = await house.as('mia');
  const { passkey } = await addPasskey(mia);
  const jake = await house.as('jake');
  const refusal = await jake.refused(routes.accounts.removePasskey, { params: { passkeyId: passkey.id } });
  expect(refusal.code).toBe('not-found');
  expect((await mia.call(routes.accounts.listPasskeys)).items).toHaveLength(1);
});

const someAnswer = createSoftwarePasskey(origin).signIn({ challenge: 'x' });
const broken: [string, Record<string, unknown>][] = [
  ['nothing', {}],
  ['numbers', { id: 1, rawId: 1, type: 'public-key', response: {} }],
  ['another type', { ...someAnswer, type: 'password' }],
  ['bytes that are no CBOR', someAnswer],
  ['a client data that is no JSON', { ...someAnswer, response: { clientDataJSON: 'AAAA' } }],
];
test.each(broken)('A15 a ceremony of %s is refused, not an error', async (_name, response) => {
  await using house = await openTeahouse({ origin });
  const mia = await house.as('mia');
  const body = { name: 'Broken', response };
  expect((await mia.refused(routes.accounts.addPasskey, { body })).code).toBe('invalid-code');
  expect((await mia.refused(routes.accounts.passkeySignIn, { body: { response } })).code).toBe('wrong-credentials');
});
