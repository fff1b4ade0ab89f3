import { describe, expect, it } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { createScoredNotes } from './exposure.ts';
import { openPending, pendingColumns } from './pending.ts';
import type { Scorer } from './scorer.ts';

const NOON = 1_736_683_200;
const WHO = 42;
const viewer = { viewer: 11, group: 1, language: 3, surface: 1 };

/** A ring over a scorer that writes down what it is taught. */
function open(pending = 8) {
  const lessons: string[] = [];
  const scorer: Pick<Scorer, 'learn' | 'learnLate'> = {
    learn: (of, notes, at, { done, weight }) => lessons.push(`${of.viewer} saw ${notes.note[at]}: ${done} × ${weight}`),
    learnLate: (of, notes, at, head) => lessons.push(`${of.viewer} later: ${notes.note[at]}, head ${head}`),
  };
  const ring = openPending(openColumns(pendingColumns, { pending }), scorer);
  const see = (note: number, seconds: number) => {
    const notes = createScoredNotes(1);
    notes.note[0] = note;
    ring.impression(WHO, viewer, notes, 0, 2, seconds);
  };
  return { ring, see, lessons };
}

describe('openPending', () => {
  it('learns an impression as passed over when a minute has gone by', () => {
    const { ring, see, lessons } = open();
    see(1, NOON);
    ring.advance(NOON + 59);
    expect(lessons).toEqual([]);
    ring.advance(NOON + 60);
    ring.advance(NOON + 61);
    expect(lessons).toEqual(['11 saw 1: 0 × 2']);
  });

  it('joins what is done within the minute', () => {
    const { ring, see, lessons } = open();
    see(1, NOON);
    see(2, NOON);
    ring.act(WHO, 1, 0, NOON + 10);
    ring.act(WHO, 1, 2, NOON + 20);
    ring.act(WHO, 1, 2, NOON + 21);
    ring.act(WHO + 1, 2, 0, NOON + 22);
    ring.advance(NOON + 60);
    expect(lessons).toEqual(['11 saw 1: 5 × 2', '11 saw 2: 0 × 2']);
  });

  it('learns again what is done within half an hour, and nothing after', () => {
    const { ring, see, lessons } = open();
    see(1, NOON);
    ring.advance(NOON + 60);
    ring.act(WHO, 1, 3, NOON + 1_800);
    ring.act(WHO, 1, 3, NOON + 1_800);
    ring.act(WHO, 1, 4, NOON + 1_801);
    expect(lessons).toEqual(['11 saw 1: 0 × 2', '11 later: 1, head 3']);
  });

  it('forgets what was taken back in time', () => {
    const { ring, see, lessons } = open();
    see(1, NOON);
    ring.act(WHO, 1, 2, NOON + 1);
    ring.undo(WHO, 1, 2);
    ring.advance(NOON + 60);
    expect(lessons).toEqual(['11 saw 1: 0 × 2']);
  });

  it('learns early, but everything once, when more is seen than it holds', () => {
    const { ring, see, lessons } = open(4);
    for (let note = 1; note <= 6; note += 1) see(note, NOON);
    ring.act(WHO, 1, 0, NOON + 1);
    expect(lessons).toEqual(['11 saw 1: 0 × 2', '11 saw 2: 0 × 2']);
    ring.advance(NOON + 60);
    expect(lessons.length).toBe(6);
  });

  it('means the latest impression when a note was seen twice', () => {
    const { ring, see, lessons } = open();
    see(1, NOON);
    ring.advance(NOON + 60);
    see(1, NOON + 3_000);
    ring.act(WHO, 1, 0, NOON + 3_001);
    ring.advance(NOON + 3_060);
    expect(lessons).toEqual(['11 saw 1: 0 × 2', '11 saw 1: 1 × 2']);
  });

  it('knows nothing of notes that were never seen', () => {
    const { ring, lessons } = open();
    ring.act(WHO, 9, 0, NOON);
    ring.undo(WHO, 9, 0);
    ring.advance(NOON + 60);
    expect(lessons).toEqual([]);
  });
});
