import { expect, test } from 'vitest';
import { findFault } from './find-fault.ts';

const rules = { check: (text: string) => ['kys'].filter((term) => text.includes(term)) };
const zh = (text: string) => ({ text, languages: ['zh'] });

test.each([
  ['a translation', '今天的红烧肉特别好吃', 'The braised pork is especially good today'],
  ['a long one of a short word', '赞', 'Well done, I like it very much'],
  ['the same link and name, in another order', '@mia 看 https://tea.example/a', 'See https://tea.example/a @mia'],
])('%s is taken', (_name, source, text) => {
  expect(findFault(zh(source), text, 'en', rules)).toBeUndefined();
});

test.each([
  ['far more than was said', '赞', 'Buy my tea. '.repeat(12), 'too-long'],
  ['a link of its own', '看这里', 'Look at https://tea.example', 'spans'],
  ['a bare address', '看这里', 'Look at tea.example.com/buy', 'spans'],
  ['another link', '看 https://tea.example/a', 'Look at https://tea.example/b', 'spans'],
  ['a link left out', '看 https://tea.example/a', 'Look', 'spans'],
  ['a name of its own', '看这里', 'Look, @linwan', 'spans'],
  ['a mail address', '看这里', 'Write to me@tea.example', 'spans'],
  ['words the rules stop', '看这里', 'kys', 'held-words'],
])('%s is not', (_name, source, text, fault) => {
  expect(findFault(zh(source), text, 'en', rules)).toBe(fault);
});

test('what stands in the source may stand in its translation', () => {
  expect(findFault({ text: 'kys', languages: ['da'] }, 'kys', 'en', rules)).toBeUndefined();
});
