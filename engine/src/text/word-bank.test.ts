import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileWordBank } from './word-bank.ts';

const bank = compileWordBank({
  version: '2025-01-14',
  rules: [
    { id: 'gambling', term: '赌博' },
    { id: 'contact', term: '加微信' },
    { id: 'contact-vx', term: '加vx' },
    { id: 'curse', term: '妈的', exceptions: ['妈妈的', '他妈的爱'] },
    { id: 'ass', term: 'ass' },
    { id: 'spam', term: 'spam' },
    { id: 'hello', term: 'hello' },
    { id: 'phrase', term: 'free money' },
    { id: 'russian', term: 'казино' },
    { id: 'korean', term: '바보' },
  ],
});

const rulesIn = (text: string) => bank.match(text).map(({ ruleId }) => ruleId);

describe('evasions', () => {
  test.each([
    ['来赌博吧', 'gambling'],
    ['赌 博', 'gambling'],
    ['赌*.-博', 'gambling'],
    ['赌\u200b博', 'gambling'],
    ['赌，博', 'gambling'],
    ['赌😂博', 'gambling'],
    ['赌\u0336博', 'gambling'],
    ['赌赌赌博博', 'gambling'],
    ['加 微.信', 'contact'],
    ['加 V X', 'contact-vx'],
    ['加ＶＸ聊', 'contact-vx'],
    ['SPAM', 'spam'],
    ['ｓｐａｍ', 'spam'],
    ['spаm', 'spam'],
    ['s.p.a.m', 'spam'],
    ['s p a m', 'spam'],
    ['spaaaaam', 'spam'],
    ['sp\u00adam', 'spam'],
    ['hellllooo', 'hello'],
    ['assss', 'ass'],
    ['FREE   money!!!', 'phrase'],
    ['free-money', 'phrase'],
    ['看spam啊', 'spam'],
    ['КАЗИНО', 'russian'],
    ['바보!', 'korean'],
  ])('%s is %s', (text, rule) => {
    expect(rulesIn(text)).toEqual([rule]);
  });
});

describe('benign texts', () => {
  test.each([
    '妈妈的味道',
    '我不赌。博物馆很好看',
    '赌\n博物馆',
    'class, pass, assistant',
    'as you like',
    'Hi Sam, lots of space and helo',
    'spammer is another word',
    'free\u4e2dmoney',
    'freemoney',
    'казинот',
    '微信公众号',
    '加油',
    '바보다',
    '今天天气真好，哈哈哈哈',
    '',
    '😂😂',
  ])('%j holds nothing', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  test('an exception excuses itself only', () => {
    expect(rulesIn('妈妈的，妈的')).toEqual(['curse']);
  });
});

describe('matches', () => {
  test('say rule, term, and where in the text as written', () => {
    const text = '🍵 来 赌 * 博 吧, SPAM';
    expect(bank.version).toBe('2025-01-14');
    expect(bank.match(text).map((match) => [match.ruleId, match.term, text.slice(match.start, match.end)])).toEqual([
      ['gambling', '赌博', '赌 * 博'],
      ['spam', 'spam', 'SPAM'],
    ]);
  });

  test('every occurrence is found', () => {
    expect(rulesIn('spam, 赌博 and spam')).toEqual(['spam', 'gambling', 'spam']);
  });

  test('empty terms match nothing', () => {
    expect(compileWordBank({ version: '1', rules: [{ id: 'empty', term: '' }] }).match('a 茶')).toEqual([]);
    expect(compileWordBank({ version: '1', rules: [] }).match('a')).toEqual([]);
  });

  test('a term is found in any surroundings of another script, within bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = `${before}。赌博。${after}`;
        const matches = bank.match(text);
        expect(matches.map(({ ruleId }) => ruleId)).toContain('gambling');
        for (const { start, end } of matches) expect(start >= 0 && start < end && end <= text.length).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test('finds one of 5,000 terms in a long note', () => {
  const rules = Array.from({ length: 5000 }, (_, index) => ({ id: `r${index}`, term: `词${index.toString(36)}汇` }));
  const large = compileWordBank({ version: '1', rules });
  const note = `${'今天天气真好，我们去公园喝茶。'.repeat(70)}词2bc汇`;
  expect(large.match(note)).toHaveLength(1);
});
