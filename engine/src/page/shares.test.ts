import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intensities } from '../traffic/facts.ts';
import { defaultPolicy } from '../traffic/policy.ts';
import { foreignShareOf, newcomerShareOf, searchShareOf } from './shares.ts';

const { page, balance } = defaultPolicy;

describe('foreign share', () => {
  test.each([
    { preference: 0, curiosity: 'usual', expected: 0.1 },
    { preference: 0, curiosity: 'less', expected: 0.1 },
    { preference: 0, curiosity: 'more', expected: 0.2 },
    { preference: 0.2, curiosity: 'less', expected: 0.25 },
    { preference: 0.2, curiosity: 'usual', expected: 0.3 },
    { preference: 0.35, curiosity: 'more', expected: 0.4 },
    { preference: 0.7, curiosity: 'usual', expected: 0.7 },
    { preference: Number.NaN, curiosity: 'usual', expected: 0.1 },
  ] as const)('a preference of $preference and $curiosity curiosity: $expected', ({ expected, ...viewer }) => {
    expect(foreignShareOf(viewer, page)).toBeCloseTo(expected, 10);
  });

  test.each([0, 0.05, 0.9, 1])('a chosen mix of %s counts instead', (chosen) => {
    expect(foreignShareOf({ preference: 0.3, curiosity: 'more', chosen }, page)).toBe(chosen);
  });

  test('feeding on its own pages it does not climb past the bound', () => {
    let preference = 0;
    for (let day = 0; day < 100; day += 1) preference = foreignShareOf({ preference, curiosity: 'more' }, page);
    expect(preference).toBe(page.mostForeign);
  });
});

describe('newcomers’ share', () => {
  test.each([
    { preference: 0.2, intensity: 'usual', ceiling: undefined, expected: 1 },
    { preference: 0.2, intensity: 'more', ceiling: undefined, expected: 1 },
    { preference: 0.2, intensity: 'less', ceiling: undefined, expected: 0.125 },
    { preference: 0.2, intensity: 'usual', ceiling: 1.25, expected: 0.25 },
    { preference: 0.2, intensity: 'less', ceiling: 1.25, expected: 0.125 },
    { preference: 0.2, intensity: 'more', ceiling: 1.25, expected: 0.5 },
    { preference: 0.9, intensity: 'usual', ceiling: 1.25, expected: 1 },
  ] as const)('$preference, $intensity, ceiling $ceiling: $expected', ({ expected, ...viewer }) => {
    expect(newcomerShareOf(viewer, balance)).toBeCloseTo(expected, 10);
  });
});

test('a search fades over three pages', () => {
  const shares = [0, 1, 2, 3, 4].map((pages) => Math.round(searchShareOf(pages, page) * 100));
  expect(shares).toEqual([30, 20, 10, 0, 0]);
  expect(searchShareOf(0, { ...page, searchPages: 0 })).toBe(0);
});

test('every share is a part of a whole', () => {
  const viewer = fc.record({
    preference: fc.double(),
    curiosity: fc.constantFrom(...intensities),
    intensity: fc.constantFrom(...intensities),
    chosen: fc.option(fc.double(), { nil: undefined }),
    ceiling: fc.option(fc.double(), { nil: undefined }),
  });
  fc.assert(
    fc.property(viewer, fc.double(), (any, pages) => {
      for (const share of [foreignShareOf(any, page), newcomerShareOf(any, balance), searchShareOf(pages, page)]) {
        expect(share >= 0 && share <= 1).toBe(true);
      }
    }),
  );
});
