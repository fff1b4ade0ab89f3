import { expect, test } from 'vitest';
import { isStopWord } from './stop-words.ts';

test.each([
  ['我们', true],
  ['the', true],
  ['茶', false],
  ['tea', false],
])('%s carries no search: %s', (word, isOne) => {
  expect(isStopWord(word)).toBe(isOne);
});
