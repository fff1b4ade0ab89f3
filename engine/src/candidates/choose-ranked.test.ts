import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateSources, createCandidateList, sourceBits } from './candidate-list.ts';
import { createRankedChooser, MOST_RANKED } from './choose-ranked.ts';

const choose = createRankedChooser();

function rank(
  candidates: readonly { light: number; source: number; language?: number }[],
  languages: readonly number[] = [1],
  accepts: (row: number) => boolean = () => true,
) {
  const list = createCandidateList(candidates.length);
  list.clear();
  const noteLanguage = new Uint8Array(candidates.length);
  for (const [row, { light, source, language = 1 }] of candidates.entries()) {
    list.add(row, source);
    list.light[row] = light;
    noteLanguage[row] = language;
  }
  const out = { places: new Uint16Array(MOST_RANKED), count: 0 };
  choose(list, { noteLanguage, languages, accepts }, out);
  return [...out.places.subarray(0, out.count)];
}

test('the best by light score are ranked, best first', () => {
  const candidates = Array.from({ length: 2_000 }, (_, row) => ({
    light: ((row * 7) % 2_000) / 2_000,
    source: sourceBits.interest,
  }));
  const ranked = rank(candidates);
  expect(ranked).toHaveLength(MOST_RANKED);
  expect(Math.min(...ranked.map((row) => candidates[row]?.light ?? 0))).toBeGreaterThan(0.698);
  expect(candidates[ranked[0] ?? 0]?.light).toBeGreaterThan(0.998);
});

test('60 of each language read and 60 by natives are ranked, however low their light score', () => {
  const candidates = [
    ...Array.from({ length: 3_000 }, () => ({ light: 0.9, source: sourceBits.interest, language: 3 })),
    ...Array.from({ length: 100 }, () => ({ light: -0.5, source: sourceBits['language-reserve'], language: 1 })),
    ...Array.from({ length: 100 }, () => ({ light: -0.9, source: sourceBits['language-reserve'], language: 2 })),
    ...Array.from({ length: 100 }, () => ({ light: -0.95, source: sourceBits['native-reserve'], language: 2 })),
  ];
  const ranked = rank(candidates, [1, 2]);
  const count = (from: number, to: number) => ranked.filter((row) => row >= from && row < to).length;
  expect([count(3_000, 3_100), count(3_100, 3_200), count(3_200, 3_300)]).toEqual([60, 60, 60]);
  expect(ranked).toHaveLength(MOST_RANKED);
});

test('never a row twice, never what is not accepted, as many as there are', () => {
  const candidate = fc.record({
    light: fc.double({ min: -2, max: 2 }),
    source: fc.constantFrom(...candidateSources.map((source) => sourceBits[source])),
    language: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 900 }), (candidates) => {
      const ranked = rank(candidates, [1, 2], (row) => row % 3 !== 0);
      const accepted = candidates.filter((_, row) => row % 3 !== 0).length;
      expect(new Set(ranked).size).toBe(ranked.length);
      expect(ranked.every((row) => row % 3 !== 0)).toBe(true);
      expect(ranked.length).toBe(Math.min(MOST_RANKED, accepted));
    }),
  );
});
