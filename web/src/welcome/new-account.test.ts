import { Problem } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { belongsToFirstStep, bodyOf, type Draft, fieldOf } from './new-account.ts';

const draft: Draft = {
  method: 'password',
  handle: ' 小明 ',
  password: 'tea with friends',
  address: '',
  code: '',
  languagesRead: ['zh', 'en'],
  interests: ['cats'],
};
const here = { interfaceLanguage: 'zh', acceptedRulesVersion: 1, operatorToken: undefined } as const;

test('a member begins under their handle, with the rules they accepted', () => {
  expect(bodyOf(draft, here)).toMatchObject({
    by: 'password',
    handle: '小明',
    name: '小明',
    password: 'tea with friends',
    languagesRead: ['zh', 'en'],
    interfaceLanguage: 'zh',
    acceptedRulesVersion: 1,
  });
});

test('a code takes the place of the password, whatever was written before', () => {
  const body = bodyOf({ ...draft, method: 'email', address: 'a@example.org', code: '123456' }, here);
  expect(body).toMatchObject({ by: 'code', address: 'a@example.org', code: '123456' });
  expect(body).not.toHaveProperty('password');
});

test('the one-time key travels only when there is one', () => {
  expect(bodyOf(draft, here)).not.toHaveProperty('operatorToken');
  expect(bodyOf(draft, { ...here, operatorToken: 'key' })).toHaveProperty('operatorToken', 'key');
});

test.each([
  [new Problem('handle-taken'), true, 'handle'],
  [new Problem('address-taken'), true, 'address'],
  [new Problem('invalid-code'), true, 'code'],
  [refusalOf('/body/password'), true, undefined],
  [refusalOf('/body/interests'), false, undefined],
  [new Problem('sign-up-closed'), false, undefined],
  [new TypeError('network'), false, undefined],
])('%o leads to its step and field', (error, isFirst, field) => {
  expect(belongsToFirstStep(error)).toBe(isFirst);
  expect(fieldOf(error)).toBe(field);
});

function refusalOf(pointer: string): Problem {
  return new Problem('invalid-request', undefined, { fields: [{ pointer, message: 'other' }] });
}
