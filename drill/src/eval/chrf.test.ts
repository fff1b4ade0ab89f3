import { expect, test } from 'vitest';
import { chrf } from './chrf.ts';

// The scores are those of sacreBLEU 2.6.0 with its default settings.
test.each([
  {
    outputs: ['The cat sat on a mat.', 'Noodles taste better in the rain'],
    references: ['The cat sat on the mat.', 'The noodles taste better when it rains.'],
    score: 60.59946702070218,
  },
  { outputs: ['今天天气很好', '好'], references: ['今天的天气真好', '很好'], score: 16.681831968456173 },
  { outputs: ['a'], references: ['b'], score: 0 },
  { outputs: ['same'], references: ['same'], score: 100 },
  { outputs: ['', ''], references: ['a', 'b'], score: 0 },
])('scores $outputs like sacreBLEU', ({ outputs, references, score }) => {
  expect(chrf(outputs, references)).toBeCloseTo(score, 6);
});

test('white space and the order of lines make no difference', () => {
  const outputs = ['A bowl of soup', '一碗汤'];
  const references = ['One bowl of soup', '一碗热汤'];
  const spaced = outputs.map((output) => [...output].join(' '));
  expect(chrf(spaced, references)).toBe(chrf(outputs, references));
  expect(chrf(outputs.toReversed(), references.toReversed())).toBe(chrf(outputs, references));
});

test('as many references as outputs are needed', () => {
  expect(() => chrf(['a'], [])).toThrow('1 outputs, 0 references');
});
