import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.ts';

const now = Date.parse('2025-01-14T12:00:00Z');

test('a moment ago has no number', () => {
  expect(relativeTime('2025-01-14T11:59:31Z', now, 'en')).toBeUndefined();
});

test('a clock that runs ahead is not the future', () => {
  expect(relativeTime('2025-01-14T12:03:00Z', now, 'en')).toBeUndefined();
});

test.each([
  ['2025-01-14T11:55:00Z', '5m ago', '5分钟前'],
  ['2025-01-14T09:00:00Z', '3h ago', '3小时前'],
  ['2025-01-13T11:00:00Z', 'yesterday', '昨天'],
  ['2025-01-10T12:00:00Z', '4d ago', '4天前'],
  ['2025-01-02T12:00:00Z', 'Jan 2', '1月2日'],
  ['2024-03-02T12:00:00Z', 'Mar 2, 2024', '2024年3月2日'],
])('%s', (at, english, chinese) => {
  expect(relativeTime(at, now, 'en')).toBe(english);
  expect(relativeTime(at, now, 'zh')).toBe(chinese);
});
