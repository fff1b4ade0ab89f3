import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import type { NoteCounters, UnrankedCandidate } from './candidate.ts';
import { interimScore, rankCandidates } from './interim.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2025, 0, 14, 12);
const reader = { languages: ['zh'] };

const counters = (given: Partial<NoteCounters> = {}): NoteCounters => ({
  impressions: 0,
  opens: 0,
  likes: 0,
  collects: 0,
  comments: 0,
  shares: 0,
  createdAt: NOW,
  ...given,
});

const note = (id: string, given: Partial<UnrankedCandidate> = {}): UnrankedCandidate => ({
  id,
  authorId: `author of ${id}`,
  topicIds: [],
  language: 'zh',
  ...counters(),
  ...given,
});

const anyCounters = fc.record({
  impressions: fc.nat(1e6),
  opens: fc.nat(1e6),
  likes: fc.nat(1e6),
  collects: fc.nat(1e6),
  comments: fc.nat(1e6),
  shares: fc.nat(1e6),
  createdAt: fc.integer({ min: 0, max: 2 * NOW }),
});

describe('interimScore', () => {
  test('a note nobody saw is worth the prior', () => {
    expect(interimScore(counters(), NOW)).toBeCloseTo(0.11, 10);
  });

  test('halves in a day', () => {
    expect(interimScore(counters({ createdAt: NOW - 24 * HOUR }), NOW)).toBeCloseTo(0.055, 10);
  });

  test('one lucky like does not beat a proven note', () => {
    const lucky = interimScore(counters({ impressions: 1, opens: 1, likes: 1 }), NOW);
    const proven = interimScore(counters({ impressions: 2000, opens: 600, likes: 200, collects: 100 }), NOW);
    expect(proven).toBeGreaterThan(lucky);
  });

  test('is finite and positive, falls with age and with fruitless impressions, grows with collects', () => {
    fc.assert(
      fc.property(anyCounters, fc.nat(365 * 24), (given, hours) => {
        const now = given.createdAt + hours * HOUR;
        const score = interimScore(given, now);
        expect(Number.isFinite(score) && score > 0).toBe(true);
        expect(interimScore(given, now + HOUR)).toBeLessThan(score);
        expect(interimScore({ ...given, impressions: given.impressions + 10 }, now)).toBeLessThan(score);
        expect(interimScore({ ...given, collects: given.collects + 1 }, now)).toBeGreaterThan(score);
      }),
    );
  });
});

describe('rankCandidates', () => {
  const proven = Array.from({ length: 200 }, (_, index) =>
    note(`proven-${index}`, { impressions: 5000, opens: 2500, likes: 900 + index, collects: 500 }),
  );

  test('without fresh notes the order is the score', () => {
    const ranked = rankCandidates(proven, reader, NOW, seededRandom(1));
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(new Set(ranked.map(({ reason }) => reason))).toEqual(new Set(['score']));
  });

  test('a note in a language the viewer does not read, or from a stranger, ranks below its like', () => {
    const seen = { impressions: 5000, likes: 500 };
    const notes = [note('foreign', { ...seen, language: 'ko' }), note('stranger', seen), note('friend', seen)];
    const viewer = { languages: ['zh'], followedAuthorIds: new Set(['author of friend']) };
    const ranked = rankCandidates(notes, viewer, NOW, seededRandom(1));
    expect(ranked.map(({ id }) => id)).toEqual(['friend', 'stranger', 'foreign']);
  });

  test('unknown, mixed and wordless texts are nobody’s foreign language', () => {
    const notes = ['und', 'mul', 'zxx', 'zh'].map((language) => note(language, { language, impressions: 5000 }));
    const scores = rankCandidates(notes, reader, NOW, seededRandom(1)).map(({ score }) => score);
    expect(new Set(scores).size).toBe(1);
  });

  test('fresh notes take exactly one place of every five, spread over the places', () => {
    const fresh = Array.from({ length: 60 }, (_, index) => note(`fresh-${index}`, { createdAt: NOW - HOUR }));
    const places = new Set<number>();
    for (let seed = 0; seed < 40; seed += 1) {
      const page = rankCandidates([...proven, ...fresh], reader, NOW, seededRandom(seed)).slice(0, 20);
      const given = page.flatMap(({ reason }, index) => (reason === 'first-audience' ? [index] : []));
      expect(given.map((index) => Math.floor(index / 5))).toEqual([0, 1, 2, 3]);
      for (const index of given) places.add(index % 5);
    }
    expect(places.size).toBe(5);
  });

  test('among many proven notes every fresh note reaches some viewer’s first page', () => {
    const fresh = Array.from({ length: 30 }, (_, index) => note(`fresh-${index}`, { createdAt: NOW - HOUR }));
    const met = new Set<string>();
    for (let viewer = 0; viewer < 100; viewer += 1) {
      const page = rankCandidates([...proven, ...fresh], reader, NOW, seededRandom(viewer)).slice(0, 20);
      for (const { id } of page) met.add(id);
    }
    expect(fresh.filter(({ id }) => !met.has(id))).toEqual([]);
  });

  test('the nearer the deadline and the larger the shortfall, the more often a note is shown', () => {
    const notes = [
      ...proven,
      note('just published', { createdAt: NOW - HOUR }),
      note('nearly served', { createdAt: NOW - HOUR, impressions: 90 }),
      note('nearly due', { createdAt: NOW - 22 * HOUR }),
    ];
    const first = new Map<string, number>();
    for (let seed = 0; seed < 500; seed += 1) {
      const ranked = rankCandidates(notes, reader, NOW, seededRandom(seed));
      const winner = ranked.find(({ reason }) => reason === 'first-audience')?.id ?? '';
      first.set(winner, (first.get(winner) ?? 0) + 1);
    }
    expect(first.get('nearly due') ?? 0).toBeGreaterThan(3 * (first.get('just published') ?? 0));
    expect(first.get('just published') ?? 0).toBeGreaterThan(3 * (first.get('nearly served') ?? 0));
  });

  test('loses and repeats nobody and is repeatable', () => {
    const anyNotes = fc.array(anyCounters, { maxLength: 60 }).map((all) => all.map((one, i) => note(`n${i}`, one)));
    fc.assert(
      fc.property(anyNotes, fc.string(), (notes, seed) => {
        const ranked = rankCandidates(notes, reader, NOW, seededRandom(seed));
        expect(ranked.map(({ id }) => id).toSorted()).toEqual(notes.map(({ id }) => id).toSorted());
        expect(rankCandidates(notes, reader, NOW, seededRandom(seed))).toEqual(ranked);
      }),
    );
  });
});
