import { expect, test } from 'vitest';
import { estimateLines, estimateWidth } from './text-width.ts';

test('full-width signs are about twice as wide as Latin letters', () => {
  expect(estimateWidth('冷冻米')).toBe(3);
  expect(estimateWidth('abc')).toBeLessThan(2);
  expect(estimateWidth('👩‍👩‍👧')).toBeLessThan(1.5);
});

test('lines are capped and never none', () => {
  expect(estimateLines('', 10, 2)).toBe(1);
  expect(estimateLines('短', 10, 2)).toBe(1);
  expect(estimateLines('一二三四五六七八九十十一', 10, 2)).toBe(2);
  expect(estimateLines('很长'.repeat(50), 10, 2)).toBe(2);
});
