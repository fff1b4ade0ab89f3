import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinyinOf } from './pinyin.ts';

const read = async (text: string) => (await pinyinOf(text)).flatMap(({ pinyin }) => pinyin ?? []).join(' ');

describe('characters with several readings', () => {
  test.each([
    ['银行', 'yín háng'],
    ['行走', 'xíng zǒu'],
    ['他在行走', 'tā zài xíng zǒu'],
    ['长大', 'zhǎng dà'],
    ['长度', 'cháng dù'],
    ['孩子长高了', 'hái zi zhǎng gāo le'],
    ['重庆', 'chóng qìng'],
    ['重要', 'zhòng yào'],
    ['觉得', 'jué de'],
    ['睡觉', 'shuì jiào'],
    ['快乐', 'kuài lè'],
    ['音乐', 'yīn yuè'],
    ['还给我', 'huán gěi wǒ'],
    ['还是', 'hái shì'],
    ['我被种草了', 'wǒ bèi zhòng cǎo le'],
    ['一种', 'yì zhǒng'],
    ['不是', 'bú shì'],
    ['你得去', 'nǐ děi qù'],
  ])('%s is read %s', async (text, reading) => {
    expect(await read(text)).toBe(reading);
  });
});

describe('what is not Chinese', () => {
  test('stays as it is, in one piece', async () => {
    expect(await pinyinOf('yyds，永远😂 ok')).toEqual([
      { text: 'yyds，' },
      { text: '永', pinyin: 'yǒng' },
      { text: '远', pinyin: 'yuǎn' },
      { text: '😂 ok' },
    ]);
  });

  test('an empty text has no parts', async () => {
    expect(await pinyinOf('')).toEqual([]);
  });
});

test('the parts joined are the text', async () => {
  const character = fc.oneof(
    fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom('种草', '行', '长', '得', ' ', '\n', '👩‍👩‍👧', '𠮷', 'ok', '#', '。', '\ud800', '0'),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(character, { maxLength: 20 }), async (characters) => {
      const text = characters.join('');
      expect((await pinyinOf(text)).map((part) => part.text).join('')).toBe(text);
    }),
  );
});
