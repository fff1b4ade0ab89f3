import { expect, test } from 'vitest';
import { type SegmentIdentity, segmentKey } from './segment-key.ts';

const identity: SegmentIdentity = {
  engine: 'bergamot',
  model: 'a1',
  termsHash: '',
  from: 'zh',
  to: 'en',
  masked: '哈哈哈太可爱了',
};

test('the same sentence has the same key, however its accents are written', () => {
  const composed = segmentKey({ ...identity, masked: 'caf\u00e9' });
  expect(segmentKey({ ...identity, masked: 'cafe\u0301' })).toBe(composed);
  expect(composed).toMatch(/^[\w-]{43}$/);
});

test.each<[keyof SegmentIdentity, string]>([
  ['engine', 'openai'],
  ['model', 'a2'],
  ['termsHash', 'yyds:3'],
  ['from', 'ja'],
  ['to', 'ko'],
  ['masked', '哈哈哈太可爱了！'],
  ['space', '01946000-0000-7000-8000-000000000001'],
])('another %s is another key', (part, other) => {
  expect(segmentKey({ ...identity, [part]: other })).not.toBe(segmentKey(identity));
});

test('parts cannot run into each other', () => {
  expect(segmentKey({ ...identity, engine: 'a', model: 'b@c' })).not.toBe(
    segmentKey({ ...identity, from: 'z', to: 'hen' }),
  );
  expect(segmentKey({ ...identity, from: 'e', to: 'nzh' })).not.toBe(segmentKey({ ...identity, from: 'en', to: 'zh' }));
});
