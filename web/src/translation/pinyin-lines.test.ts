import { expect, test } from 'vitest';
import { pinyinLines } from './pinyin-lines.ts';

test('sentences read aloud together come apart at their line ends', () => {
  const parts = [
    { text: '你好', pinyin: 'nǐ hǎo' },
    { text: '! mia\n' },
    { text: '猫', pinyin: 'māo' },
    { text: '\n\nok\nwell' },
  ];
  expect(pinyinLines(parts)).toEqual([
    [{ text: '你好', pinyin: 'nǐ hǎo' }, { text: '! mia' }],
    [{ text: '猫', pinyin: 'māo' }],
    [],
    [{ text: 'ok' }],
    [{ text: 'well' }],
  ]);
});
