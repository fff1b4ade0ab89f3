import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksUndecodable, UNDECODABLE_REASONS } from './undecodable.ts';

describe('riddles are named', () => {
  test.each([
    ['们我今天么什都有没，的你是我友朋', 'zh', 'scrambled'],
    ['亻尔女子，讠青口乞饣反', 'zh', 'split-characters'],
    ['泥嚎，窝素灰常稀饭泥', 'zh', 'sound-alikes'],
    ['莪恏囍歡伱', 'zh', 'ornate-characters'],
    ['我❤️你🐟他👀她🍚了', 'zh', 'emoji-words'],
    ['-- . . - / -- .', 'zxx', 'morse'],
    ['⠞⠑⠁', 'zxx', 'braille'],
    ['01110100 01100101 01100001', 'zxx', 'code'],
    ['74 65 61 68 6f 75 73 65', 'zxx', 'code'],
    ['dGVhaG91c2UgaXMgb3Blbg==', 'und', 'code'],
    ['t̴̢͝e̷̡͘ä̸͖', 'und', 'stacked-marks'],
    ['qzhwxmbgd', 'und', 'initials'],
    ['uoy rof si siht', 'und', 'reversed'],
    ['ǝɯıʇ ɐǝʇ', 'und', 'reversed'],
    ['asdfghjk', 'und', 'mash'],
  ] as const)('%s (%s): %s', (text, language, reason) => {
    expect(looksUndecodable(text, { language })).toBe(reason);
  });
});

describe('ordinary texts pass', () => {
  test.each([
    ['我今天早上在家吃了一碗面', 'zh'],
    ['柴米油盐酱醋茶', 'zh'],
    ['酱紫也行', 'zh'],
    ['🍎苹果 🍌香蕉 🍇葡萄 🍑桃子', 'zh'],
    ['太好看了😍🔥👍✨', 'zh'],
    ['佢哋今日唔得閒', 'zh'],
    ['...', 'zxx'],
    ['- milk - eggs -- bread', 'en'],
    ['10 - 12 - 14', 'zxx'],
    ['https://example.org/%E4%BD%A0%E5%A5%BD', 'zxx'],
    ['Angstschweiß', 'de'],
    ['wszyscy', 'pl'],
    ['Mick O’Flynn says the Falklands are cold', 'en'],
    ['si no es, on ne sait pas', 'fr'],
    ['科学家认为，这项研究对于保护海洋环境具有重要意义', 'zh'],
    ['この墜落事故は山間部の高台で発生しました', 'ja'],
    ['hahahahaha', 'en'],
    ['yyds xswl awsl', 'zh'],
    ['Tiếng Việt', 'vi'],
    ['ağır ışık', 'tr'],
    ['', 'zxx'],
  ])('%s (%s)', (text, language) => {
    expect(looksUndecodable(text, { language })).toBeUndefined();
  });

  test('what the glossary knows is no riddle', () => {
    expect(looksUndecodable('qzhwxmbgd', { knows: (word) => word === 'qzhwxmbgd' })).toBeUndefined();
  });
});

test('any text gets an answer in bounded time', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'.-/ 01ab亻你😂=+') }));
  fc.assert(
    fc.property(anyText, (text) => {
      expect([undefined, ...UNDECODABLE_REASONS]).toContain(looksUndecodable(text));
    }),
    { numRuns: 500 },
  );
  const startedAt = performance.now();
  for (const unit of ['.- ', '01', 'aF0', 'ab;', 'a\u0301\u0302', '我😂', '%E']) looksUndecodable(unit.repeat(5000));
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
