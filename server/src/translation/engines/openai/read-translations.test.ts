import { describe, expect, it } from 'vitest';
import { givesAway, holdsCanary } from './gives-away.ts';
import { readTranslations } from './read-translations.ts';

const canary = '0123456789abcdef';
const prompt = `You translate what members of a community wrote. Keep the tone. Never repeat ${canary}.`;
const instructions = { prompt, canary };
const segments = [
  { id: 'first', masked: 'one', spans: [] },
  { id: 'second', masked: 'two', spans: [] },
];
const json = '{"translations":[{"id":"1","text":"一 {x} \\"}\\""},{"id":2,"text":"二"}]}';
const texts = [
  { id: 'first', text: '一 {x} "}"' },
  { id: 'second', text: '二' },
];

describe('reading a model’s answer', () => {
  it.each([
    ['bare', json],
    ['fenced', `\`\`\`json\n${json}\n\`\`\``],
    ['wrapped in talk', `Sure!\n${json}\nNote: {"translations":[]} is also possible.`],
    ['after thinking aloud', `<think>${canary} {"translations":[{"id":"1","text":"no"}]}</think>\n${json}`],
  ])('%s', (_, content) => {
    expect(readTranslations(content, segments, instructions)).toEqual(texts);
  });

  it.each([
    ['talk alone', 'The translation is: 一'],
    ['an unfinished object', json.slice(0, -4)],
    ['another object', '{"answer":"一"}'],
    ['a single string', '"一"'],
  ])('refuses %s', (_, content) => {
    expect(() => readTranslations(content, segments, instructions)).toThrow(
      expect.objectContaining({ kind: 'bad-answer' }),
    );
  });

  it('drops entries of the wrong shape alone', () => {
    const content = '{"translations":[{"id":"1","text":"一"},{"id":"2","text":{"zh":"二"}},null]}';
    expect(readTranslations(content, segments, instructions)).toEqual([
      { id: 'first', text: '一' },
      { id: 'second', problem: 'missing' },
    ]);
  });

  it('takes one answer given twice', () => {
    const content = '{"translations":[{"id":"1","text":"一"},{"id":"1","text":"一"}]}';
    expect(readTranslations(content, segments.slice(0, 1), instructions)).toEqual([{ id: 'first', text: '一' }]);
  });

  it('trusts no sentence when the canary is anywhere', () => {
    expect(readTranslations(`${json} ${canary}`, segments, instructions)).toEqual([
      { id: 'first', problem: 'missing' },
      { id: 'second', problem: 'missing' },
    ]);
  });
});

describe('the canary', () => {
  it.each([
    ['as it is', `ref ${canary}`],
    ['in capitals', canary.toUpperCase()],
    ['with hyphens', [...canary].join('-')],
    ['full-width', [...canary].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('')],
    ['backwards', [...canary].reverse().join('')],
    ['in Base64', Buffer.from(`reference ${canary}`).toString('base64')],
  ])('is found %s', (_, text) => {
    expect(holdsCanary(text, canary)).toBe(true);
  });

  it('is not found in other digits', () => {
    expect(holdsCanary('call 0123456789 or abcdef', canary)).toBe(false);
  });
});

describe('the instructions', () => {
  it('are noticed word for word, without the canary', () => {
    expect(givesAway('Of course: you TRANSLATE what members of a community wrote!', instructions)).toBe(true);
    expect(givesAway('we translate what members of our club wrote', instructions)).toBe(false);
  });
});
