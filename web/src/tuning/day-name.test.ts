import { expect, test } from 'vitest';
import { dayName } from './day-name.ts';

const now = Date.parse('2026-11-20T09:00:00Z');

test('yesterday has a word of its own', () => {
  expect(dayName('2026-11-19', now, 'en')).toBe('yesterday');
  expect(dayName('2026-11-19', now, 'zh')).toBe('昨天');
});

test('earlier days are named by weekday and date', () => {
  expect(dayName('2026-11-16', now, 'en')).toBe('Mon, Nov 16');
  expect(dayName('2026-11-16', now, 'zh')).toBe('11月16日周一');
});
