import { expect, test } from 'vitest';
import { createRecentMap } from './recent-map.ts';

test('what was used last stays, the rest goes', () => {
  const map = createRecentMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.get('a');
  map.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([1, undefined, 3]);
});

test('of long texts fewer stay', () => {
  const map = createRecentMap<number>(100, 10);
  for (const [index, key] of ['aaaa', 'bbbb', 'cc', 'dddd'].entries()) map.set(key, index);
  expect(['aaaa', 'bbbb', 'cc', 'dddd'].map((key) => map.get(key))).toEqual([undefined, 1, 2, 3]);
  map.set('b'.repeat(11), 9);
  expect(map.size).toBe(0);
});

test('what is deleted, replaced or cleared makes room', () => {
  const map = createRecentMap<number>(100, 8);
  map.set('aaaa', 1);
  map.set('aaaa', 2);
  map.set('bbbb', 3);
  map.deleteWhere((value) => value === 2);
  map.set('cccc', 4);
  expect([map.size, map.get('bbbb'), map.get('cccc')]).toEqual([2, 3, 4]);
  map.clear();
  map.set('dddddddd', 5);
  expect(map.get('dddddddd')).toBe(5);
});
