import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column } from '../memory/columns.ts';
import { createEngineMemory } from '../memory/engine-memory.ts';
import { DOTS_PER_CALL, dotScratch, openDotKernel, openPlainKernel } from './dot-kernel.ts';
import { assembleDotModule } from './dot-module.ts';

const ROWS = 40;

describe('openDotKernel', () => {
  it('is fast on this machine', () => {
    expect(WebAssembly.validate(assembleDotModule())).toBe(true);
  });

  it('gives by SIMD what plain loops give, bit for bit', () => {
    const signed = fc.int8Array({ minLength: ROWS * 64, maxLength: ROWS * 64 });
    const query = fc.int8Array({ minLength: 64, maxLength: 64 });
    const rows = fc.array(fc.nat(0xffffffff), { maxLength: 60 });
    fc.assert(
      fc.property(signed, query, rows, fc.nat(ROWS), fc.nat(ROWS), (vectors, asked, list, first, count) => {
        const { fast, plain } = both(vectors, asked);
        expect(fast.dotRange(first, count)).toBe(plain.dotRange(first, count));
        expect([...fast.scratch.dots.subarray(0, count)]).toEqual([...plain.scratch.dots.subarray(0, count)]);
        for (const { scratch } of [fast, plain]) scratch.rows.set(list);
        fast.dotRows(list.length);
        plain.dotRows(list.length);
        expect([...fast.scratch.dots.subarray(0, 64)]).toEqual([...plain.scratch.dots.subarray(0, 64)]);
      }),
      { numRuns: 50 },
    );
  });

  it('does not overflow where all numbers are the largest', () => {
    const { fast } = both(new Int8Array(ROWS * 64).fill(-128), new Int8Array(64).fill(-128));
    fast.dotRange(0, 1);
    expect(fast.scratch.dots[0]).toBe(64 * 128 * 128);
  });

  it('reads row 0 for rows that are none, and stops at the end of the table', () => {
    const { fast } = both(
      Int8Array.from({ length: ROWS * 64 }, (_, at) => Math.floor(at / 64) + 1),
      new Int8Array(64).fill(1),
    );
    fast.scratch.rows.set([2, ROWS, 0xffffffff]);
    fast.dotRows(3);
    expect([...fast.scratch.dots.subarray(0, 3)]).toEqual([192, 64, 64]);
    expect(fast.dotRange(ROWS - 2, 10)).toBe(2);
    expect(fast.dotRange(ROWS + 2, 10)).toBe(0);
  });

  it('answers no more than the scratch holds', () => {
    const memory = createEngineMemory({ vectors: column('i8', ROWS, 64) }, {}, 2);
    const beside = memory.scratchOf(1).dots.fill(7);
    openDotKernel(memory.columns.vectors, memory.scratchOf(0), memory.wasm).dotRows(DOTS_PER_CALL + 5);
    expect(memory.scratchOf(0).dots.every((dot) => dot === 0)).toBe(true);
    expect(beside.every((dot) => dot === 7)).toBe(true);
  });

  it('does without WebAssembly where the vectors stand elsewhere', () => {
    const kernel = openDotKernel(new Int8Array(64).fill(2), dotScratch(), createEngineMemory({}, {}).wasm);
    kernel.scratch.query.fill(3);
    expect(kernel.dotRange(0, 1)).toBe(1);
    expect(kernel.scratch.dots[0]).toBe(384);
  });
});

function both(vectors: Int8Array, query: Int8Array) {
  const memory = createEngineMemory({ first: column('u8', 3), vectors: column('i8', ROWS, 64) }, {}, 2);
  memory.columns.vectors.set(vectors);
  const fast = openDotKernel(memory.columns.vectors, memory.scratchOf(1), memory.wasm);
  const plain = openPlainKernel(memory.columns.vectors, dotScratch());
  for (const { scratch } of [fast, plain]) scratch.query.set(query);
  return { fast, plain };
}
