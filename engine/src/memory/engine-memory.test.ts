import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { column } from './columns.ts';
import { attachEngineMemory, createEngineMemory } from './engine-memory.ts';

const specs = { marks: column('u8', 'notes', 3), sums: column('f64', 'notes') } as const;

describe('createEngineMemory', () => {
  it('gives columns of zeros, and each thread scratch of its own', () => {
    const memory = createEngineMemory(specs, { notes: 4 }, 2);
    expect([...memory.columns.marks, ...memory.columns.sums].every((value) => value === 0)).toBe(true);
    memory.scratchOf(0).dots.fill(1);
    memory.scratchOf(0).query.fill(1);
    expect(memory.scratchOf(1).dots.every((dot) => dot === 0)).toBe(true);
    expect(memory.scratchOf(1).query.every((value) => value === 0)).toBe(true);
    expect(memory.columns.marks.every((value) => value === 0)).toBe(true);
    expect(() => memory.scratchOf(2)).toThrow(RangeError);
  });

  it('is seen by other threads', async () => {
    const memory = createEngineMemory(specs, { notes: 4 });
    const worker = new Worker(
      `const { workerData } = require('node:worker_threads');
       new Uint8Array(workerData.memory.buffer)[1] = workerData.capacities.notes;`,
      { eval: true, workerData: memory.handle },
    );
    await once(worker, 'exit');
    expect(memory.columns.marks[1]).toBe(4);
  });

  it.each([
    ['shared', (bytes: number) => new SharedArrayBuffer(bytes)],
    ['plain', (bytes: number) => new ArrayBuffer(bytes)],
  ])('works over a %s buffer too', (_, allocate) => {
    const { bytes, handle } = createEngineMemory(specs, { notes: 4 });
    const memory = attachEngineMemory(specs, { ...handle, memory: allocate(bytes) });
    memory.columns.sums[3] = 2;
    expect(attachEngineMemory(specs, memory.handle).columns.sums[3]).toBe(2);
    expect(memory.wasm).toBeUndefined();
  });
});
