import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAutomaton, findPatterns } from './aho-corasick.ts';

test('finds exactly what a naive search finds, overlaps and suffixes included', () => {
  const word = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.array(fc.constantFrom('a', 'b', 'c')), (patterns, text) => {
      const found = findPatterns(buildAutomaton(patterns), text).map(({ pattern, end }) => `${pattern}@${end}`);
      const naive = text.flatMap((_, end) =>
        patterns.flatMap((pattern, index) => {
          const start = end + 1 - pattern.length;
          return start >= 0 && pattern.every((symbol, i) => text[start + i] === symbol) ? [`${index}@${end}`] : [];
        }),
      );
      expect(found.toSorted()).toEqual(naive.toSorted());
    }),
    { numRuns: 500 },
  );
});
