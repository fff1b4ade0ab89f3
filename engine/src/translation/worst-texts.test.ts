import { describe, expect, test } from 'vitest';
import { checkOutput } from './check-output.ts';
import { couldGiveOrders } from './could-give-orders.ts';
import { looksLikeInstruction } from './looks-like-instruction.ts';
import { originalOf, prepareText } from './prepare-text.ts';
import { findSpans } from './protect-spans.ts';
import { joinPieces } from './restore-segment.ts';
import { spansTouching, spansWithin } from './span-search.ts';

// Texts that took between a second and an hour: where a time grows with the cube of a text, a run of this file does not end.
const longest = 5_000;
const worst = [
  '\n',
  ' \n',
  ' ',
  '(',
  ')',
  ':)',
  '#美',
  '#a',
  '👍',
  '⟦',
  '⟧',
  '"',
  '@a@',
  '$1,',
  'Mr. ',
  '👍。',
  '\u0327\u0301',
];
const texts = worst.flatMap((part) => {
  const repeated = part.repeat(longest / part.length);
  return [repeated, `a${repeated}中`, `http://x${repeated}`];
});

describe.each(texts)('%.16j', (text) => {
  test('is cut and joined to what it was', () => {
    const { pieces } = prepareText(text, { target: 'zh', languageOf: () => 'en' });
    const originals = pieces.map(originalOf);
    expect(originals.join('')).toBe(text);
    expect(joinPieces(pieces, originals)).toBe(text);
  });

  test('gives no orders', () => {
    expect(looksLikeInstruction(text)).toBe(false);
    expect(typeof couldGiveOrders(text)).toBe('boolean');
  });
});

test.each([
  ['http://a.b/(c))).', 'http://a.b/(c)'],
  ['http://a.b/c)]!)?', 'http://a.b/c'],
  ['http://a.b/[x]', 'http://a.b/[x]'],
  [`http://a.b/${')'.repeat(longest)}`, 'http://a.b/'],
])('%.20s ends where its address does', (text, link) => {
  const [span] = findSpans(text);
  expect(text.slice(span?.start, span?.end)).toBe(link);
});

test('an answer without end is too long, and what it says at first is read', () => {
  const answer = (output: string) => checkOutput({ segment: { masked: '好香' }, output, from: 'zh', to: 'en' });
  expect(answer('Smells great. '.repeat(50_000))).toContain('length');
  expect(answer(`\`\`\`rm -rf /\`\`\`${' and so on'.repeat(50_000)}`)).toContain('instruction');
});

test('spans of a stretch are those that touch it, or lie within it', () => {
  const spans = [
    { start: 0, end: 2 },
    { start: 2, end: 5 },
    { start: 7, end: 9 },
  ];
  const found = (start: number, end: number) => [
    spansTouching(spans, { start, end }).map((span) => span.start),
    spansWithin(spans, { start, end }).map((span) => span.start),
  ];
  expect(found(0, 9)).toEqual([
    [0, 2, 7],
    [0, 2, 7],
  ]);
  expect(found(1, 7)).toEqual([[0, 2], [2]]);
  expect(found(5, 7)).toEqual([[], []]);
  expect(found(8, 20)).toEqual([[7], []]);
});
