import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotScratch } from '../kernel/dot-kernel.ts';
import { openColumns } from '../memory/columns.ts';
import { createEngineMemory } from '../memory/engine-memory.ts';
import { seededRandom } from '../random.ts';
import { CLUSTER_LIST, clusterColumns } from './cluster-columns.ts';
import { openClusters } from './clusters.ts';
import { noteColumns } from './note-columns.ts';
import { noteVector } from './note-vector.ts';

const AT = Date.UTC(2025, 0, 13);
const DAY = 24 * 3_600_000;

describe('openClusters', () => {
  it('finds the notes of a subject, the nearest cluster first', () => {
    const { clusters, add, near } = open(300);
    for (let row = 0; row < 300; row += 1) add(row, subject(row % 6, row));
    expect(clusters.inUse).toBeLessThanOrEqual(18);
    for (let kind = 0; kind < 6; kind += 1) {
      const found = near(subject(kind, 9_999), 2);
      expect(found.filter((row) => row % 6 === kind).length / found.length).toBeGreaterThan(0.7);
    }
  });

  it('gives everything when every cluster is asked, and no row twice', () => {
    const { add, near } = open(200);
    for (let row = 0; row < 200; row += 1) add(row, subject(row % 6, row));
    expect(near(subject(0, 1), 1_024).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, row) => row));
    expect(near(subject(0, 1), 1_024, 5)).toHaveLength(5);
  });

  it('says nothing of an empty house, and leaves out notes that say nothing', () => {
    const { add, near } = open(4);
    expect(near(subject(0, 1), 8)).toEqual([]);
    add(0, new Int8Array(64));
    add(1, subject(1, 1));
    expect(near(subject(0, 1), 8)).toEqual([1]);
  });

  it('keeps the hot notes of a cluster that has too many', () => {
    const notes = CLUSTER_LIST + 300;
    const { clusters, add, near, columns } = open(notes);
    for (let row = 0; row < notes; row += 1) add(row, subject(0, 0), AT + row * 60_000);
    clusters.warm(0, 50, AT + DAY);
    const found = near(subject(0, 0), 1);
    expect(found).toHaveLength(CLUSTER_LIST);
    expect(found).toContain(0);
    expect(found).toContain(notes - 1);
    const mean = (rows: number[]) =>
      rows.reduce((sum, row) => sum + (columns.noteHeat[row] as number), 0) / rows.length;
    const left = Array.from({ length: notes }, (_, row) => row).filter((row) => !found.includes(row));
    expect(mean(found)).toBeGreaterThan(mean(left) + 0.05);
  });

  it('takes notes off, keeps their heat until they are forgotten, and puts them back', () => {
    const { clusters, add, near, columns } = open(3);
    for (let row = 0; row < 3; row += 1) add(row, subject(0, 0));
    clusters.warm(1, 4, AT);
    const heat = columns.noteHeat[1];
    clusters.takeOff(1);
    clusters.warm(1, 1, AT);
    expect(near(subject(0, 0), 8).sort()).toEqual([0, 2]);
    expect(columns.noteHeat[1]).toBeGreaterThan(heat as number);
    clusters.place(1, AT);
    expect(near(subject(0, 0), 8).sort()).toEqual([0, 1, 2]);
    clusters.forget(1);
    expect([columns.noteHeat[1], columns.noteCluster[1], columns.notePlace[1]]).toEqual([0, 0, 0]);
  });

  it('holds each note on one list at most, where it says it is, whatever happens', () => {
    const step = fc.record({
      row: fc.nat(19),
      kind: fc.constantFrom('place', 'warm', 'takeOff', 'forget'),
      topic: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const { clusters, add, columns } = open(20);
        for (const { row, kind, topic } of steps) {
          if (kind === 'place') add(row, subject(topic, row));
          else if (kind === 'warm') clusters.warm(row, topic + 1, AT);
          else clusters[kind as 'takeOff' | 'forget'](row);
        }
        const links = columns.clusterRows.filter((link) => link > 0);
        for (let row = 0; row < 20; row += 1) {
          const held = links.filter((link) => link === row + 1).length;
          const place = (columns.notePlace[row] as number) - 1;
          expect(held).toBe(place < 0 ? 0 : 1);
          const at = ((columns.noteCluster[row] as number) - 1) * CLUSTER_LIST + place;
          if (place >= 0) expect(columns.clusterRows[at]).toBe(row + 1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same with SIMD and without', () => {
    const [plain, fast] = [open(60), open(60, true)];
    for (const { add, clusters } of [plain, fast]) {
      for (let row = 0; row < 60; row += 1) add(row, subject(row % 6, row));
      for (let row = 0; row < 60; row += 7) clusters.warm(row, row + 1, AT + row * DAY);
    }
    for (const name of Object.keys(clusterColumns) as (keyof typeof clusterColumns)[]) {
      expect(fast.columns[name].every((value, at) => value === plain.columns[name][at])).toBe(true);
    }
  });
});

function open(notes: number, isShared = false) {
  const specs = { ...noteColumns, ...clusterColumns };
  const memory = isShared ? createEngineMemory(specs, { notes }) : undefined;
  const columns = memory?.columns ?? openColumns(specs, { notes });
  const clusters = openClusters(columns, columns.noteVector, memory?.scratchOf(0) ?? dotScratch(), memory?.wasm);
  return {
    columns,
    clusters,
    add(row: number, vector: Int8Array, at = AT) {
      columns.noteVector.set(vector, row * 64);
      clusters.place(row, at);
    },
    near(vector: Int8Array, probes: number, room = 2_000): number[] {
      const out = new Uint32Array(room);
      return [...out.subarray(0, clusters.nearest(vector, probes, out, 0))];
    },
  };
}

/** A note of one of many subjects, with words of its own. */
function subject(kind: number, note: number): Int8Array {
  const random = seededRandom(note);
  const own = Array.from({ length: 4 }, () => `own${Math.floor(random() * 1_000)}`);
  return noteVector({ texts: [own.join(' ')], topics: [`topic-${kind}`], category: `category-${kind}` });
}
