import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBytes, countGraphemes } from './graphemes.ts';
import { extractMentions, extractTopics, findTopicNameProblem, topicKey } from './topics.ts';

const topicNames = (text: string) => extractTopics(text).map(({ name }) => name);
const mentionNames = (text: string) => extractMentions(text).map(({ name }) => name);

describe('extractTopics', () => {
  test.each([
    ['#美食 今天去吃了', ['美食']],
    ['＃京都旅行！好美', ['京都旅行']],
    ['今天#美食#好吃', ['美食']],
    ['#穿搭#日常#ootd', ['穿搭', '日常', 'ootd']],
    ['#love#cat', ['love', 'cat']],
    ['#美食[话题]# #探店[话题]#', ['美食', '探店']],
    ['#美食[话题]##探店[话题]#', ['美食', '探店']],
    ['猫#猫', ['猫']],
    ['#猫🐱', ['猫🐱']],
    ['#café, #naïve.', ['café', 'naïve']],
    ['#2025目标', ['2025目标']],
    ['#ไทย #हिन्दी #한국', ['ไทย', 'हिन्दी', '한국']],
  ])('%s', (text, names) => {
    expect(topicNames(text)).toEqual(names);
  });

  test.each(['C# is fun', 'see#not', '#1 #2025', 'https://a.b/c#frag', '# spaced', '&#39;', `#${'长'.repeat(31)}`])(
    '%s holds none',
    (text) => {
      expect(topicNames(text)).toEqual([]);
    },
  );

  test('says where a topic stands, its closing sign included', () => {
    const text = '去#美食#吃 #cat';
    expect(extractTopics(text).map(({ start, end }) => text.slice(start, end))).toEqual(['#美食#', '#cat']);
  });
});

describe('extractMentions', () => {
  test.each([
    ['@tom hi', ['tom']],
    ['你好@小明 早', ['小明']],
    ['＠李雷，早', ['李雷']],
    ['@tom. @a.b-c_', ['tom', 'a.b-c_']],
    ['cc @ann@town.example!', ['ann@town.example']],
    ['mail me: ann@town.example', []],
    ['https://x.y/@tom', []],
  ])('%s', (text, names) => {
    expect(mentionNames(text)).toEqual(names);
  });
});

describe('topicKey', () => {
  test.each([
    ['ＯＯＴＤ', 'ootd'],
    ['Tik Tok', 'tiktok'],
    ['#tea_house', 'teahouse'],
    ['Straße', 'strasse'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Cafe\u0301', 'café'],
    ['美\u200b食', '美食'],
    ['  ', ''],
  ])('%s → %s', (name, key) => {
    expect(topicKey(name)).toBe(key);
  });
});

describe('findTopicNameProblem', () => {
  test.each([
    ['美食', undefined],
    ['Taylor Swift', undefined],
    ['长'.repeat(30), undefined],
    ['长'.repeat(31), 'too-long'],
    ['👨‍👩‍👧'.repeat(8), 'too-long'],
    ['', 'empty'],
    ['\u3164', 'empty'],
    ['___', 'empty'],
    ['tea\u202egnp', 'forbidden-character'],
    ['tea\0', 'forbidden-character'],
    ['two\nlines', 'forbidden-character'],
    ['half \ud83d', 'forbidden-character'],
    ['a#b', 'forbidden-character'],
  ])('%j: %s', (name, problem) => {
    expect(findTopicNameProblem(name)).toBe(problem);
  });
});

describe('for any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'a1茶#＃@＠ .-_ßΣİ\u0301\u200d🐱') }),
  );

  test('marks lie in the text, in order, begin with their sign, and topics are valid', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const topic of extractTopics(text)) {
          expect(topic.start).toBeGreaterThanOrEqual(end);
          end = topic.end;
          expect(text.slice(topic.start + 1, topic.end).startsWith(topic.name)).toBe(true);
          expect(findTopicNameProblem(topic.name)).toBeUndefined();
        }
        for (const { start, end: close } of extractMentions(text)) expect(text.slice(start, close)).toMatch(/^[@＠]./u);
      }),
      { numRuns: 300 },
    );
  });

  test('a key is settled after one pass and small', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = topicKey(text);
        expect(topicKey(key)).toBe(key);
        expect(countGraphemes(key)).toBeLessThanOrEqual(30);
        expect(countBytes(key)).toBeLessThanOrEqual(120);
      }),
      { numRuns: 1000 },
    );
  });
});
