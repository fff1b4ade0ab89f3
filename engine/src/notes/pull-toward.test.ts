import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { noteStoreColumns } from './note-store-columns.ts';
import { noteVector } from './note-vector.ts';
import { pullToward, writeAnchor } from './pull-toward.ts';

const cat = noteVector({ texts: ['猫咪洗澡', 'cat bath'], topics: ['cats'] });
const tea = noteVector({ texts: ['泡一壶好茶', 'a good pot of tea'], topics: ['tea'] });

describe('pullToward', () => {
  it('brings a note nearer, and no further than its words allow', () => {
    const columns = open(cat, tea);
    const before = cosine(columns, 0, 1);
    pullToward(columns, 0, 1, 1);
    for (let turn = 2; turn < 20; turn += 1) pullToward(columns, 0, 1, turn);
    expect(cosine(columns, 0, 1)).toBeGreaterThan(before + 0.05);
    let held = 0;
    for (let turn = 20; turn < 2_000; turn += 1) if (!pullToward(columns, 0, 1, turn)) held += 1;
    expect(held).toBeGreaterThan(1_000);
    expect(turned(columns.noteVector.subarray(0, 64), cat)).toBeLessThanOrEqual(16);
  });

  it('moves nothing where both are the same', () => {
    const columns = open(cat, cat);
    for (let turn = 0; turn < 100; turn += 1) pullToward(columns, 0, 1, turn);
    expect(columns.noteVector.subarray(0, 64)).toEqual(cat);
  });

  it('gives a note without words a place among those that are liked with it', () => {
    const columns = open(new Int8Array(64), tea);
    for (let turn = 0; turn < 500; turn += 1) pullToward(columns, 0, 1, turn);
    expect(cosine(columns, 0, 1)).toBeGreaterThan(0.9);
  });

  it('keeps about its length, and rounds the same way each time', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), (first) => {
        const [columns, again] = [open(cat, tea), open(cat, tea)];
        for (let turn = first; turn < first + 50; turn += 1) {
          pullToward(columns, 0, 1, turn);
          pullToward(again, 0, 1, turn);
        }
        expect(columns.noteVector).toEqual(again.noteVector);
        const length = Math.hypot(...columns.noteVector.subarray(0, 64));
        expect(length).toBeGreaterThan(115);
        expect(length).toBeLessThan(135);
      }),
      { numRuns: 30 },
    );
  });
});

function open(first: Int8Array, second: Int8Array) {
  const columns = openColumns(noteStoreColumns, { notes: 2, authors: 1, topics: 1 });
  columns.noteVector.set(first);
  columns.noteVector.set(second, 64);
  for (const [row, vector] of [first, second].entries()) writeAnchor(columns.noteAnchor, row, vector);
  return columns;
}

function cosine({ noteVector: vectors }: { noteVector: Int8Array }, left: number, right: number): number {
  const [a, b] = [left, right].map((row) => vectors.subarray(row * 64, row * 64 + 64)) as [Int8Array, Int8Array];
  return (
    a.reduce((sum, value, index) => sum + value * (b[index] as number), 0) / (Math.hypot(...a) * Math.hypot(...b) || 1)
  );
}

function turned(vector: Int8Array, content: Int8Array): number {
  return vector.filter((value, index) => value >= 0 !== (content[index] as number) >= 0).length;
}
