import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import texts from './fixtures/spans.json' with { type: 'json' };
import { findSpans } from './protect-spans.ts';

const spansIn = (text: string) => findSpans(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

test.each(texts)('$text', ({ text, spans }) => {
  expect(spansIn(text)).toEqual(spans);
});

describe('where one span lies in another, the outer one counts', () => {
  test.each([
    ['https://a.example/@tom#tag?n=1,299', 'link'],
    ['#猫🐱', 'topic'],
    ['`mail ann@town.example`', 'code'],
    ['(T_T)', 'kaomoji'],
    ['1️⃣', 'emoji'],
  ])('%s', (text, kind) => {
    expect(spansIn(text)).toEqual([[kind, text]]);
  });
});

test('spans lie in the text, in order, apart, on one line', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'a1茶#＃@＠ .-_/:[]()（`⟦⟧😂👨\u200d\ufe0f🇨T^¥%x\n'), maxLength: 200 }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { start, end } of findSpans(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).not.toMatch(/[\n\r]/);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});

test.each(['1-', 'a@', '((', '#', '1,', '`a', ':/', '@a.', '⟦1', 'https://('])(
  '%s five thousand times ends',
  (unit) => {
    const text = unit.repeat(5000);
    expect(findSpans(text).every(({ end }) => end <= text.length)).toBe(true);
  },
);
