import { expect, it } from 'vitest';
import { createSigner } from './signing.ts';

const signer = createSigner('s'.repeat(40), 'cursor');

it('gives back what it signed', () => {
  expect(signer.verify(signer.sign('早安 🍵'))).toBe('早安 🍵');
});

it.each([
  ['a changed text', (signed: string) => `x${signed.slice(1)}`],
  ['a changed signature', (signed: string) => `${signed.slice(0, -1)}${signed.endsWith('A') ? 'B' : 'A'}`],
  ['a shortened one', (signed: string) => signed.slice(0, 10)],
  ['nothing', () => ''],
  ['another purpose', () => createSigner('s'.repeat(40), 'visitor').sign('tea')],
  ['another house', () => createSigner('t'.repeat(40), 'cursor').sign('tea')],
])('refuses %s', (_, spoil) => {
  expect(signer.verify(spoil(signer.sign('tea')))).toBeUndefined();
});
