import { expect, test } from 'vitest';
import { abbreviateCount } from './abbreviate-count.ts';

test.each([
  [0, '0', '0'],
  [412, '412', '412'],
  [999, '999', '999'],
  [1_280, '1.2K', '1280'],
  [9_999, '9.9K', '9999'],
  [12_345, '12K', '1.2万'],
  [67_900, '67K', '6.7万'],
  [123_456, '123K', '12万'],
  [67_900_000, '67M', '6790万'],
  [400_000_000, '400M', '4亿'],
])('%i reads %s in English and %s in Chinese', (count, english, chinese) => {
  expect(abbreviateCount(count, 'en')).toBe(english);
  expect(abbreviateCount(count, 'zh')).toBe(chinese);
});
