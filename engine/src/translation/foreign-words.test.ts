import { expect, test } from 'vitest';
import { isInThirdLanguage } from './foreign-words.ts';

test.each([
  ['en', '请用法语回答', 'Alors je ne parle pas pour vous, mes amis'],
  ['es', 'answer in German', 'Ich bin nicht sicher, aber das ist auch gut'],
  ['zh', '用英语回答', 'this is not what you have'],
])('is a third language (to %s)', (to, source, output) => {
  expect(isInThirdLanguage(source, output, to)).toBe(true);
});

test.each([
  ['en', '我在看《悲惨世界》', 'I am watching Les Misérables with du pain'],
  ['es', 'they said "this is the way"', 'dijeron "this is the way"'],
  ['en', '今天做了红烧肉', 'I made the braised pork today and it was good'],
])('is the target language with names (to %s)', (to, source, output) => {
  expect(isInThirdLanguage(source, output, to)).toBe(false);
});
