import { type BodyInput, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';

const newcomer = {
  by: 'code',
  address: 'ruby@mail.example',
  code: '000000',
  handle: 'ruby',
  name: 'Ruby',
  languagesRead: ['en'],
  interfaceLanguage: 'en',
  acceptedRulesVersion: 1,
} satisfies BodyInput<typeof routes.accounts.signUp>;

type Purpose = 'sign-up' | 'sign-in' | 'reset-password';

async function ask(house: TestHouse, purpose: Purpose, address: string, language: 'en' | 'zh' = 'en') {
  return house.stranger().call(routes.accounts.requestCode, { body: { address, purpose, language } });
}

/** Asks for a code and reads it from the mail or text that arrives. */
async function receive(house: TestHouse, purpose: Purpose, address: string): Promise<string> {
  await ask(house, purpose, address);
  await house.drain();
  const message = house.mails.at(-1)?.text ?? house.texts.at(-1)?.text;
  return message?.match(/\d{6}/)?.[0] ?? 'no code';
}

/** Ruby, who signed up by e-mail and has no password. */
async function ruby(house: TestHouse) {
  const code = await receive(house, 'sign-up', newcomer.address);
  const person = house.stranger();
  await person.call(routes.accounts.signUp, { body: { ...newcomer, code } });
  house.mails.length = 0;
  return person;
}

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('Ruby signs up with a code sent by mail, and later signs in with another', async () => {
  await using house = await openTeahouse();
  const person = await ruby(house);
  const { me } = await person.call(routes.accounts.session);
  expect(me).toMatchObject({ handle: 'ruby', email: 'ruby@mail.example', hasPassword: false });

  house.advance('2m');
  const code = await receive(house, 'sign-in', newcomer.address);
  const phone = house.stranger();
  const signedIn = await phone.call(routes.accounts.signIn, { body: { by: 'code', address: newcomer.address, code } });
  expect(signedIn.me.handle).toBe('ruby');
});

test.each(['+8613800138000', '+12025550143', '+420601123456'])('a phone number of any country: %s', async (address) => {
  await using house = await openTeahouse();
  const code = await receive(house, 'sign-up', address);
  expect(house.texts).toMatchObject([{ to: address }]);
  const { me } = await house.stranger().call(routes.accounts.signUp, { body: { ...newcomer, address, code } });
  expect(me.phone).toBe(address);
});

test('the message is in the language asked for, and names the configured address of the house only', async () => {
  await using house = await openTeahouse({ origin: 'https://tea.example' });
  const payload = { address: 'ruby@mail.example', purpose: 'sign-up', language: 'zh' };
  const headers = { host: 'tea.example', 'x-forwarded-host': 'evil.example' };
  await house.stranger().send({ method: 'POST', url: '/api/accounts/codes', payload, headers });
  await house.drain();
  expect(house.mails[0]?.text).toContain('10 分钟内有效');
  expect(house.mails[0]?.text).toContain('https://tea.example');
  expect(house.mails[0]?.text).not.toContain('evil');
});

test('the database holds no code', async () => {
  await using house = await openTeahouse();
  const code = await receive(house, 'sign-up', newcomer.address);
  const rows = await house.db.selectFrom('account_code').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows.map(({ value, identifier }) => [value, identifier]))).not.toContain(code);
});

test('Ruby sets a password she forgot before; every session ends', async () => {
  await using house = await openTeahouse();
  const person = await ruby(house);
  const code = await receive(house, 'reset-password', newcomer.address);
  const body = { address: newcomer.address, code, newPassword: 'white peony 1997' };
  await house.stranger().call(routes.accounts.resetPassword, { body });
  expect((await person.refused(routes.accounts.listSessions)).status).toBe(401);
  const signIn = { by: 'password', identifier: 'Ruby@Mail.example', password: 'white peony 1997' } as const;
  expect((await person.call(routes.accounts.signIn, { body: signIn })).me.hasPassword).toBe(true);
  expect((await house.stranger().refused(routes.accounts.resetPassword, { body })).code).toBe('invalid-code');
});

describe('bad input', () => {
  test('A13 a known and an unknown address get the same answer; only the known one gets a message', async () => {
    await using house = await openTeahouse();
    await ruby(house);
    const known = await ask(house, 'sign-in', newcomer.address);
    const unknown = await ask(house, 'sign-in', 'nobody@mail.example');
    expect(unknown).toEqual(known);
    await house.drain();
    expect(house.mails.map((mail) => mail.to)).toEqual([newcomer.address]);
  });

  test('A13 that an address has an account is told only to who holds its code', async () => {
    await using house = await openTeahouse();
    await ruby(house);
    house.advance('2m');
    const code = await receive(house, 'sign-up', newcomer.address);
    const again = { ...newcomer, handle: 'ruby2' };
    const stranger = house.stranger();
    const guess = await stranger.refused(routes.accounts.signUp, { body: { ...again, code: wrongOf(code) } });
    expect(guess.code).toBe('invalid-code');
    expect((await stranger.refused(routes.accounts.signUp, { body: { ...again, code } })).code).toBe('address-taken');
    expect(await house.db.selectFrom('member').select('id').execute()).toHaveLength(1);
  });

  test('A22 a code is good once', async () => {
    await using house = await openTeahouse();
    await ruby(house);
    const code = await receive(house, 'sign-in', newcomer.address);
    const body = { by: 'code', address: newcomer.address, code } as const;
    await house.stranger().call(routes.accounts.signIn, { body });
    expect((await house.stranger().refused(routes.accounts.signIn, { body })).code).toBe('invalid-code');
  });

  test('A22 a code is good for ten minutes', async () => {
    await using house = await openTeahouse();
    const code = await receive(house, 'sign-up', newcomer.address);
    house.advance('10m');
    expect((await house.stranger().refused(routes.accounts.signUp, { body: { ...newcomer, code } })).code).toBe(
      'invalid-code',
    );
  });

  test('A22 after five wrong tries the right code is no good either', async () => {
    await using house = await openTeahouse();
    const code = await receive(house, 'sign-up', newcomer.address);
    const stranger = house.stranger();
    for (let guess = 0; guess < 5; guess += 1)
      await stranger.refused(routes.accounts.signUp, { body: { ...newcomer, code: wrongOf(code) } });
    expect((await stranger.refused(routes.accounts.signUp, { body: { ...newcomer, code } })).code).toBe('invalid-code');
  });

  test('A22 the code of another address, or for another purpose, is no good', async () => {
    await using house = await openTeahouse();
    await ruby(house);
    const code = await receive(house, 'sign-up', 'mallory@mail.example');
    const stranger = house.stranger();
    const reset = { address: newcomer.address, code, newPassword: 'mallory was here' };
    expect((await stranger.refused(routes.accounts.resetPassword, { body: reset })).status).toBe(400);
    const signIn = { by: 'code', address: 'mallory@mail.example', code } as const;
    expect((await stranger.refused(routes.accounts.signIn, { body: signIn })).status).toBe(400);
  });

  test('A24 of 100 uses of one code at once, one succeeds', async () => {
    await using house = await openTeahouse();
    await ruby(house);
    const code = await receive(house, 'sign-in', newcomer.address);
    const uses = Array.from({ length: 100 }, () =>
      house.stranger().send({
        method: 'POST',
        url: '/api/session',
        payload: { by: 'code', address: newcomer.address, code },
      }),
    );
    const statuses = (await Promise.all(uses)).map((answered) => answered.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(new Set(statuses)).toEqual(new Set([200, 400]));
  });

  test('a mailbox is not flooded: one message a minute, ten a day', async () => {
    await using house = await openTeahouse();
    await ask(house, 'sign-up', newcomer.address);
    await ask(house, 'sign-up', newcomer.address);
    await house.drain();
    expect(house.mails).toHaveLength(1);
    for (let request = 0; request < 12; request += 1) {
      house.advance('61s');
      await ask(house, 'sign-up', newcomer.address);
      await house.drain();
    }
    expect(house.mails).toHaveLength(10);
    house.advance('1d');
    await ask(house, 'sign-up', newcomer.address);
    await house.drain();
    expect(house.mails).toHaveLength(11);
  });

  test('a refused handle does not spend the code', async () => {
    await using house = await openTeahouse();
    await house.as('linwan');
    const code = await receive(house, 'sign-up', newcomer.address);
    const stranger = house.stranger();
    const body = { ...newcomer, code };
    expect((await stranger.refused(routes.accounts.signUp, { body: { ...body, handle: 'linwan' } })).code).toBe(
      'handle-taken',
    );
    expect((await stranger.call(routes.accounts.signUp, { body })).me.handle).toBe('ruby');
  });

  const malformed: [string, unknown][] = [
    ['truncated', '12345'],
    ['with letters', '12345a'],
    ['a number', 123456],
    ['in full width', '１２３４５６'],
  ];
  test.each(malformed)('A22 a code %s', async (_name, code) => {
    await using house = await openTeahouse();
    const payload = { by: 'code', address: newcomer.address, code };
    expect((await house.stranger().send({ method: 'POST', url: '/api/session', payload })).status).toBe(400);
  });

  test.each(['12025550143', '+0123456789', '+1', '+86 138 0013 8000', 'a@b\r\nBcc:x@y.cn'])(
    'A9 no message goes to %j',
    async (address) => {
      await using house = await openTeahouse();
      const payload = { address, purpose: 'sign-up' };
      expect((await house.stranger().send({ method: 'POST', url: '/api/accounts/codes', payload })).status).toBe(400);
      await house.drain();
      expect([...house.mails, ...house.texts]).toEqual([]);
    },
  );
});
