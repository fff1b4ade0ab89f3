import { expect, test } from 'vitest';
import { callingRegions, likelyRegion, toE164 } from './calling-codes.ts';

test.each([
  ['138 0013 8000', 'CN', '+8613800138000'],
  ['020 7946 0018', 'GB', '+442079460018'],
  ['06 6982 1234', 'IT', '+390669821234'],
  ['(415) 555-0132', 'US', '+14155550132'],
  ['+49 30 901820', 'US', '+4930901820'],
  ['0081 3 1234 5678', 'US', '+81312345678'],
])('%s of %s is %s', (written, region, number) => {
  expect(toE164(written, region)).toBe(number);
});

test('the reader’s first language with a region decides where a number begins', () => {
  expect(likelyRegion(['zh-TW', 'en-US'])).toBe('TW');
  expect(likelyRegion(['ja'])).toBe('JP');
  expect(likelyRegion([])).toBe('US');
});

test('regions are named and ordered in the reader’s language', () => {
  const names = callingRegions('en').map(({ name }) => name);
  expect(names).toContain('Germany');
  expect(names.indexOf('Albania')).toBeLessThan(names.indexOf('Zambia'));
});
