import { prepareText, type Segment } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { type Judging, judgeAnswer } from './judge-answer.ts';

const judging: Judging = { from: 'zh', to: 'en', isSuspect: false, takesOrders: true };

function judge(text: string) {
  const { pieces } = prepareText('这碗汤太香了', { target: 'en', languageOf: () => 'zh' });
  return judgeAnswer(pieces[0] as Segment, judging, { id: '0', text });
}

test.each([
  ['an override that turns the line around', 'This soup \u202esmells\u202c great', 'This soup smells great'],
  ['controls', 'This soup\u0007 smells\u0000 great\r\n', 'This soup smells great'],
  ['hidden tags', 'This soup smells great\u{e0049}\u{e0067}', 'This soup smells great'],
  ['a tower of marks', `This soup smells great${'\u0327\u0301'.repeat(5_000)}`, 'This soup smells greaţ́'],
])('%s is taken out of what an engine says', (_, said, shown) => {
  const judged = judge(said);
  expect(
    'output' in judged &&
      judged.output
        .replace(/\p{M}+$/u, '')
        .normalize('NFD')
        .slice(0, 22),
  ).toBe(shown.normalize('NFD').slice(0, 22));
  expect('output' in judged && judged.output).not.toMatch(/\p{M}{4}|[\u202a-\u202e\0\u0007\r]|[\u{e0000}-\u{e007f}]/u);
});

test.each(['\u3164\u3164', '\u200b', '  ', '\u202e'])('%j says nothing', (said) => {
  expect(judge(said)).toEqual({ because: 'empty' });
});

test.each(['This soup smells like $1', 'This $ soup smells great'])('%j would put a price on a free thing', (said) => {
  expect(judge(said)).toEqual({ because: 'numbers' });
});
