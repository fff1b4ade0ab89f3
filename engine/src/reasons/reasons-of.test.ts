import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SlotKind, slotKinds } from '../page/composition.ts';
import { type ReasonCode, reasonCodes } from '../traffic/facts.ts';
import { MOST_REASONS, type ReasonEvidence, reasonBit, reasonIndex, reasonsOf, subjectOfReason } from './reasons-of.ts';

type Given = Partial<Record<ReasonCode, { adds?: number; subject?: number }>>;

function evidence(given: Given, kind: SlotKind = 'ranked'): ReasonEvidence {
  const contributions = new Float32Array(reasonCodes.length);
  const subjects = new Uint32Array(reasonCodes.length);
  let sources = 0;
  for (const [code, { adds = 0, subject }] of Object.entries(given) as [
    ReasonCode,
    { adds?: number; subject?: number },
  ][]) {
    sources |= reasonBit[code];
    contributions[reasonIndex[code]] = adds;
    if (subject !== undefined) subjects[reasonIndex[code]] = subject + 1;
  }
  return { kind, sources, contributions, subjects };
}

describe('each code', () => {
  test.each<{ code: ReasonCode; given: Given; kind?: SlotKind; subject?: number }>([
    { code: 'first-audience', given: {}, kind: 'first-pool' },
    { code: 'follows-author', given: { 'follows-author': { adds: 1, subject: 7 } }, subject: 7 },
    { code: 'like-collected', given: { 'like-collected': { adds: 1, subject: 0 } }, subject: 0 },
    { code: 'like-opened', given: { 'like-opened': { adds: 1, subject: 3 } }, subject: 3 },
    { code: 'topic', given: { topic: { adds: 1, subject: 5 } }, subject: 5 },
    { code: 'search', given: { search: { subject: 5 } }, kind: 'search', subject: 5 },
    { code: 'search', given: { search: { adds: 1 } } },
    { code: 'co-likers', given: { 'co-likers': { adds: 1 } } },
    { code: 'nearby', given: { nearby: { adds: 1 } } },
    { code: 'trending', given: { trending: { adds: 1, subject: 2 } }, subject: 2 },
    { code: 'trending', given: { trending: { adds: 1 } } },
    { code: 'new-topic', given: { 'new-topic': { adds: 1, subject: 4 } }, subject: 4 },
    { code: 'other-language', given: { 'other-language': { adds: 1 } } },
    { code: 'promoted', given: {}, kind: 'promoted' },
    { code: 'popular', given: { popular: { adds: 1 } } },
    { code: 'newest', given: { newest: { adds: 1 } } },
    { code: 'found', given: { found: { adds: 1 } } },
    { code: 'wished-topic', given: { 'wished-topic': { adds: 1, subject: 6 } }, subject: 6 },
  ])('$code', ({ code, given, kind, subject }) => {
    expect(reasonsOf(evidence(given, kind))).toEqual([subject === undefined ? { code } : { code, subject }]);
  });

  test.each(Object.keys(subjectOfReason) as ReasonCode[])('%s is not given without what it speaks of', (code) => {
    expect(reasonsOf(evidence({ [code]: { adds: 9 } }))).toEqual([{ code: 'popular' }]);
  });

  test.each<ReasonCode>(['first-audience', 'promoted'])('%s is not said of a note that won by its score', (code) => {
    expect(reasonsOf(evidence({ [code]: { adds: 9 } }), 'newest')).toEqual([{ code: 'newest' }]);
  });
});

describe('order', () => {
  const codes = (given: Given, kind?: SlotKind) => reasonsOf(evidence(given, kind)).map(({ code }) => code);

  test('the strongest first, three at most', () => {
    const given = { nearby: { adds: 1 }, search: { adds: 4 }, 'co-likers': { adds: 2 }, found: { adds: 3 } };
    expect(codes(given)).toEqual(['search', 'found', 'co-likers']);
  });

  test('the rule that filled the slot comes first', () => {
    expect(codes({ nearby: { adds: 9 } }, 'first-pool')).toEqual(['first-audience', 'nearby']);
  });

  test('what was not measured comes after what was, what drew the score down not at all', () => {
    const given = { search: {}, nearby: { adds: 0.1 }, 'other-language': { adds: -2 } };
    expect(codes(given)).toEqual(['nearby', 'search']);
  });

  test('the stronger of two that say the same speaks for both', () => {
    const given = {
      'like-opened': { adds: 3, subject: 1 },
      'like-collected': { adds: 2, subject: 1 },
      nearby: { adds: 1 },
    };
    expect(codes(given)).toEqual(['like-opened', 'nearby']);
  });
});

test('never more than three, never none, never twice the same, nothing that does not hold', () => {
  const given = fc.record({
    kind: fc.constantFrom(...slotKinds),
    sources: fc.nat(2 ** reasonCodes.length - 1),
    contributions: fc.float32Array({ minLength: reasonCodes.length, maxLength: reasonCodes.length }),
    subjects: fc.uint32Array({ minLength: reasonCodes.length, maxLength: reasonCodes.length }),
  });
  fc.assert(
    fc.property(given, (any) => {
      const reasons = reasonsOf(any);
      const codes = reasons.map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.length).toBeLessThanOrEqual(MOST_REASONS);
      expect(new Set(codes).size).toBe(codes.length);
      const ruled = any.kind === 'ranked' ? 0 : 1;
      const said = codes.slice(ruled).filter((code) => (any.sources & reasonBit[code]) === 0);
      expect(said.filter((code) => code !== 'popular')).toEqual([]);
    }),
  );
});
