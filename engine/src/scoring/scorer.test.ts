import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Columns, openColumns } from '../memory/columns.ts';
import { type Random, seededRandom } from '../random.ts';
import { createScoredNotes, type ScoredNotes } from './exposure.ts';
import { DENSE } from './features.ts';
import { HEADS } from './rate-table.ts';
import { importanceOf, openScorer, type Scorer, scorerColumns } from './scorer.ts';

const NOON = 1_736_683_200;
const ALL = 255;
const cook = { viewer: 11, group: 1, language: 3, surface: 1 };

function open() {
  const columns = openColumns(scorerColumns, { rates: 2 ** 12 });
  return { columns, scorer: openScorer(columns) };
}

function noteOf(
  note: number,
  more: { author?: number; topic?: number; similarity?: number; format?: number } = {},
): ScoredNotes {
  const notes = createScoredNotes(1);
  notes.note[0] = note;
  notes.author[0] = more.author ?? 0;
  notes.topics[0] = more.topic ?? 0;
  notes.format[0] = more.format ?? 0;
  notes.similarity[0] = more.similarity ?? 0;
  return notes;
}

function probabilities(scorer: Scorer, notes: ScoredNotes, viewer = cook): Float32Array {
  const out = new Float32Array(HEADS);
  scorer.begin(viewer);
  scorer.score(notes, 1, out);
  return out;
}

/** A house where every second note is opened by all and the others by none. */
function learnSecondNotes(scorer: Scorer, times = 400) {
  for (let time = 0; time < times; time += 1) {
    const note = 1 + (time % 10);
    const viewer = { ...cook, viewer: 100 + (time % 7) };
    scorer.learn(viewer, noteOf(note), 0, { done: note % 2, known: ALL, weight: 1, at: NOON + time });
  }
}

describe('openScorer', () => {
  it('knows the usual rates before it has learnt anything', () => {
    const [opened, , liked, , , , , hidden] = probabilities(open().scorer, noteOf(1));
    expect([opened, liked, hidden].every((chance) => chance !== undefined && chance > 0 && chance < 1)).toBe(true);
    expect(opened).toBeGreaterThan(liked as number);
    expect(liked).toBeGreaterThan(hidden as number);
  });

  it('puts what resembles the viewer’s interests first on the first day', () => {
    const { scorer } = open();
    const near = probabilities(scorer, noteOf(1, { similarity: 0.8 }));
    const far = probabilities(scorer, noteOf(2));
    expect(near[0]).toBeGreaterThan(far[0] as number);
    expect(near[7]).toBeLessThan(far[7] as number);
  });

  it('learns which notes are opened', () => {
    const { scorer } = open();
    learnSecondNotes(scorer);
    expect(probabilities(scorer, noteOf(1))[0]).toBeGreaterThan(0.8);
    expect(probabilities(scorer, noteOf(2))[0]).toBeLessThan(0.2);
  });

  it('learns what one viewer likes and another does not', () => {
    const { scorer } = open();
    const walker = { ...cook, viewer: 12 };
    for (let time = 0; time < 200; time += 1) {
      const [topic, viewer] = [1 + (time % 2), time % 4 < 2 ? cook : walker];
      const done = (topic === 1) === (viewer === cook) ? 0b101 : 0;
      scorer.learn(viewer, noteOf(time + 1, { topic }), 0, { done, known: ALL, weight: 1, at: NOON + time });
    }
    const [soup, hills] = [noteOf(1_001, { topic: 1 }), noteOf(1_002, { topic: 2 })];
    expect(probabilities(scorer, soup)[2]).toBeGreaterThan(2 * (probabilities(scorer, hills)[2] as number));
    expect(probabilities(scorer, hills, walker)[2]).toBeGreaterThan(
      2 * (probabilities(scorer, soup, walker)[2] as number),
    );
  });

  it('keeps nothing of a viewer who is held still', () => {
    const { columns, scorer } = open();
    const notes = noteOf(5, { author: 6, topic: 7, format: 8 });
    scorer.learn(cook, notes, 0, { done: 1, known: ALL, weight: 1, at: NOON, isViewerKept: false });
    const told = keysIn(columns);
    scorer.learn({ ...cook, viewer: 0 }, notes, 0, { done: 1, known: ALL, weight: 1, at: NOON });
    expect(keysIn(columns)).toEqual(told);
    scorer.learn(cook, notes, 0, { done: 1, known: ALL, weight: 1, at: NOON });
    expect(keysIn(columns).length).toBeGreaterThan(told.length);
  });

  it('counts without learning when the weight is nothing', () => {
    const { columns, scorer } = open();
    scorer.learn(cook, noteOf(5), 0, { done: 1, known: ALL, weight: 0, at: NOON });
    expect(columns.headDenseWeight.every((weight) => weight === 0)).toBe(true);
    expect(keysIn(columns).length).toBeGreaterThan(0);
  });

  it('takes a late act into account', () => {
    const { scorer } = open();
    scorer.learn(cook, noteOf(5), 0, { done: 0, known: ALL, weight: 1, at: NOON });
    const before = probabilities(scorer, noteOf(5))[3] as number;
    scorer.learnLate(cook, noteOf(5), 0, 3, 1);
    expect(probabilities(scorer, noteOf(5))[3]).toBeGreaterThan(before);
  });

  it('explains a margin by its parts', () => {
    const { scorer } = open();
    learnSecondNotes(scorer, 100);
    const notes = noteOf(1, { similarity: 0.5 });
    const [chance] = probabilities(scorer, notes);
    const parts = new Float64Array(DENSE + 1);
    scorer.explain(notes, 0, 0, parts);
    const margin = Math.log((chance as number) / (1 - (chance as number)));
    expect(parts.reduce((sum, part) => sum + part, 0) + baseMargin(scorer)).toBeCloseTo(margin, 3);
  });

  it('gives the same bytes for the same log', () => {
    const bytes = bytesAfter('a log');
    expect(bytes.equals(bytesAfter('a log'))).toBe(true);
    expect(bytes.equals(bytesAfter('another log'))).toBe(false);
  });

  it('gives chances for whatever it is told', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e9, 1e9));
    const { scorer } = open();
    fc.assert(
      fc.property(fc.nat(), number, number, number, fc.nat(255), (note, similarity, closeness, age, done) => {
        const notes = noteOf(note, { similarity, topic: note % 9 });
        notes.closeness[0] = closeness;
        notes.ageHours[0] = age;
        scorer.learn(cook, notes, 0, { done, known: ALL, weight: 1, at: NOON });
        expect(probabilities(scorer, notes).every((chance) => chance >= 0 && chance <= 1)).toBe(true);
      }),
    );
  });
});

describe('importanceOf', () => {
  it.each([
    [1, 1],
    [0.5, 2],
    [0.01, 4],
    [0, 1],
    [-1, 1],
    [Number.NaN, 1],
    [7, 1],
  ])('of a propensity of %d is %d', (propensity, importance) => {
    expect(importanceOf(propensity)).toBe(importance);
  });
});

function keysIn({ rateKey }: Columns<typeof scorerColumns>): number[] {
  return [...rateKey.filter((key) => key !== 0)];
}

/** The margin when every part of it is nothing, asked for in the house's own way. */
function baseMargin(scorer: Scorer): number {
  const parts = new Float64Array(DENSE + 1);
  const notes = createScoredNotes(1);
  const [chance] = probabilities(scorer, notes, { viewer: 0, group: 0, language: 0, surface: 0 });
  scorer.explain(notes, 0, 0, parts);
  return Math.log((chance as number) / (1 - (chance as number))) - parts.reduce((sum, part) => sum + part, 0);
}

function bytesAfter(seed: string): Buffer {
  const { columns, scorer } = open();
  const random = seededRandom(seed);
  for (let time = 0; time < 300; time += 1) {
    const viewer = { ...cook, viewer: below(random, 20) };
    const notes = noteOf(below(random, 50), { topic: below(random, 8), similarity: random() });
    scorer.learn(viewer, notes, 0, { done: below(random, 4), known: ALL, weight: 1, at: NOON + time });
  }
  return Buffer.from(columns.headDenseWeight.buffer as ArrayBuffer);
}

function below(random: Random, most: number): number {
  return 1 + Math.floor(random() * most);
}
