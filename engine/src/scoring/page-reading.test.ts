import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { createScoredNotes, SCORED_TOPICS, type ScoredNotes, type ScoredViewer } from './exposure.ts';
import { sigmoid } from './head-rows.ts';
import { openPageReading } from './page-reading.ts';
import { HEADS, openRates } from './rate-table.ts';
import { openReading } from './reading.ts';
import { openScorer, scorerColumns } from './scorer.ts';

const NOON = 1_736_683_200;
const few = fc.nat(6);
const viewers = fc.record({ viewer: few, group: fc.nat(3), language: few, surface: fc.nat(4) });
const candidates = fc.record({
  note: fc.nat(40),
  author: few,
  topics: fc.tuple(few, few, few),
  category: few,
  language: few,
  format: few,
  similarity: fc.double({ min: -2, max: 2 }),
  closeness: fc.double(),
  ageHours: fc.double({ min: 0, max: 1_000 }),
  languageMatch: fc.nat(1),
  translated: fc.nat(1),
  follows: fc.nat(1),
  slot: fc.nat(3),
});
type Candidate = typeof candidates extends fc.Arbitrary<infer T> ? T : never;

function notesOf(page: readonly Candidate[]): ScoredNotes {
  const notes = createScoredNotes(page.length);
  for (const [at, { topics, ...columns }] of page.entries()) {
    notes.topics.set(topics, at * SCORED_TOPICS);
    for (const [name, value] of Object.entries(columns)) notes[name as keyof typeof columns][at] = value;
  }
  return notes;
}

// Weights that nothing small could hide behind.
const blank = openColumns(scorerColumns, { rates: 2 ** 10 });
const denseWeights = blank.headDenseWeight.map((_, cell) => Math.sin(cell));
const crossWeights = blank.headWeight.map((_, cell) => Math.cos(cell) / 4);

/** What an evening of these exposures leaves behind. */
function learn(viewer: ScoredViewer, notes: ScoredNotes, count: number) {
  const columns = openColumns(scorerColumns, { rates: 2 ** 10 });
  const scorer = openScorer(columns);
  for (let at = 0; at < count; at += 1) {
    scorer.learn(viewer, notes, at, { done: (at * 37) % 256, known: 255, weight: 1, at: NOON + at });
  }
  columns.headDenseWeight.set(denseWeights);
  columns.headWeight.set(crossWeights);
  return columns;
}

it('finds the chances that one exposure after another would find', () => {
  const walks = fc.array(fc.tuple(viewers, fc.array(candidates, { minLength: 1, maxLength: 90 })), { maxLength: 3 });
  fc.assert(
    fc.property(walks, (pages) => {
      const [first] = pages;
      if (!first) return;
      const columns = learn(first[0], notesOf(first[1]), first[1].length);
      const rates = openRates(columns);
      const reading = openReading(columns, rates);
      const onPage = openPageReading(columns, rates, reading);
      for (const [viewer, page] of pages) {
        const notes = notesOf(page);
        const chances = new Float32Array(page.length * HEADS);
        reading.begin(viewer);
        onPage.begin(viewer);
        onPage.read(notes, page.length, chances);
        for (let at = 0; at < page.length; at += 1) {
          reading.read(notes, at);
          for (const [head, margin] of reading.margins.entries()) {
            expect(chances[at * HEADS + head]).toBeCloseTo(sigmoid(margin), 5);
          }
        }
      }
    }),
    { numRuns: 20 },
  );
});

it('goes on when a page has more topics than it remembers', () => {
  const page = Array.from({ length: 1_500 }, (_, at) => at);
  const notes = createScoredNotes(page.length);
  for (const at of page) notes.topics.set([3 * at + 1, 3 * at + 2, 3 * at + 3], at * SCORED_TOPICS);
  const columns = learn({ viewer: 1, group: 1, language: 1, surface: 1 }, notes, 40);
  const rates = openRates(columns);
  const reading = openReading(columns, rates);
  const onPage = openPageReading(columns, rates, reading);
  const viewer = { viewer: 1, group: 1, language: 1, surface: 1 };
  const chances = new Float32Array(page.length * HEADS);
  reading.begin(viewer);
  onPage.begin(viewer);
  onPage.read(notes, page.length, chances);
  for (const at of page) {
    reading.read(notes, at);
    expect(chances[at * HEADS]).toBeCloseTo(sigmoid(reading.margins[0] as number), 5);
  }
});
