import { describe, expect, test } from 'vitest';
import { splitAtTerms } from './split-at-terms.ts';

const split = (text: string, ...spellings: string[][]) =>
  splitAtTerms(
    text,
    spellings.map((ways, index) => ({ number: index + 1, spellings: ways })),
    new Set(),
  ).map(({ text: part, number }) => (number ? `[${part}]${number}` : part));

describe('terms with footnotes', () => {
  test('each is marked once, at its first place', () =>
    expect(split('yyds 真的 yyds', ['yyds'])).toEqual(['[yyds]1', ' 真的 yyds']));

  test('Han terms stand inside sentences, Latin ones only as words', () => {
    expect(split('真是绝绝子啊', ['绝绝子'])).toEqual(['真是', '[绝绝子]1', '啊']);
    expect(split('the party art', ['art'])).toEqual(['the party ', '[art]1']);
    expect(split('太yyds了', ['yyds'])).toEqual(['太', '[yyds]1', '了']);
  });

  test('the first spelling that is there counts; capitals do not matter', () =>
    expect(split('What a GOAT', ['yyds', 'goat'])).toEqual(['What a ', '[GOAT]1']));

  test('of two terms in the same place the longer one wins', () =>
    expect(split('内卷化', ['内卷'], ['内卷化'])).toEqual(['[内卷化]2']));

  test('what was marked in another part is not marked again', () =>
    expect(splitAtTerms('yyds', [{ number: 1, spellings: ['yyds'] }], new Set([1]))).toEqual([{ text: 'yyds' }]));

  test('nothing found, nothing lost', () => {
    expect(split('你好', ['', 'yyds'])).toEqual(['你好']);
    expect(split('', ['yyds'])).toEqual([]);
    expect(split('İyyds', ['yyds'])).toEqual(['İyyds']);
  });
});
