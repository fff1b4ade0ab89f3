import { expect, test } from 'vitest';
import { decisionOfKey } from './translation-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, isWriting: false };

test('one letter decides, in either case', () => {
  expect(decisionOfKey({ ...plain, key: 'r' })).toBe('release');
  expect(decisionOfKey({ ...plain, key: 'W' })).toBe('withhold');
  expect(decisionOfKey({ ...plain, key: 'c' })).toBe('correct');
});

test('other keys, shortcuts of the browser and writing decide nothing', () => {
  expect(decisionOfKey({ ...plain, key: 'x' })).toBeUndefined();
  expect(decisionOfKey({ ...plain, key: 'Enter' })).toBeUndefined();
  expect(decisionOfKey({ ...plain, key: 'r', ctrlKey: true })).toBeUndefined();
  expect(decisionOfKey({ ...plain, key: 'c', metaKey: true })).toBeUndefined();
  expect(decisionOfKey({ ...plain, key: 'w', isWriting: true })).toBeUndefined();
});
