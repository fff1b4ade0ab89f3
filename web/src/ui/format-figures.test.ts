import { expect, test } from 'vitest';
import { formatBytes, formatDuration, formatNumber, formatShare } from './format-figures.ts';

test('small shares keep a digit, others do not', () => {
  expect(formatShare(0.934, 'en')).toBe('93%');
  expect(formatShare(0.0042, 'en')).toBe('0.4%');
  expect(formatShare(0, 'en')).toBe('0%');
});

test('sizes and times come in the unit a person would choose', () => {
  expect(formatBytes(31_400_000, 'en')).toBe('31 MB');
  expect(formatBytes(2_500_000_000, 'en')).toBe('2.5 GB');
  expect(formatBytes(0, 'en')).toBe('0 byte');
  expect(formatDuration(84.2, 'en')).toBe('84 ms');
  expect(formatDuration(4200, 'en')).toBe('4.2 sec');
  expect(formatDuration(600_000, 'en')).toBe('10 min');
  expect(formatDuration(10_800_000, 'en')).toBe('3 hr');
});

test('numbers are grouped as the language groups them', () => {
  expect(formatNumber(1_234_567, 'en')).toBe('1,234,567');
  expect(formatNumber(12.345, 'en', 1)).toBe('12.3');
});
