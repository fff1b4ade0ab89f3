import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import { assembleDotModule } from './dot-module.ts';

/** Dot products that one call gives at most: the candidates of a page (design "engine": Candidates) with room. */
export const DOTS_PER_CALL = 16_384;

/** Where a thread puts what it asks and finds what it asked; no two threads share one. */
export interface DotScratch {
  /** 64 numbers. */
  readonly query: Int8Array;
  readonly rows: Uint32Array;
  readonly dots: Int32Array;
}

/** Exact dot products of `scratch.query` with vectors of 64 signed bytes. A thread has its own. */
export interface DotKernel {
  readonly scratch: DotScratch;
  /** Of `count` rows from `first` on into `scratch.dots`; rows beyond the table are not counted. @returns how many */
  dotRange(first: number, count: number): number;
  /** Of the first `count` of `scratch.rows` into `scratch.dots`; a row beyond the table counts as row 0. */
  dotRows(count: number): void;
}

export function dotScratch(): DotScratch {
  return {
    query: new Int8Array(VECTOR_LENGTH),
    rows: new Uint32Array(DOTS_PER_CALL),
    dots: new Int32Array(DOTS_PER_CALL),
  };
}

/**
 * Dot products with the vectors of a column: by SIMD where vectors and scratch stand in a shared WebAssembly memory, by plain
 * loops elsewhere. The sums are whole numbers, so both give the same.
 */
export function openDotKernel(vectors: Int8Array, scratch: DotScratch, memory?: WebAssembly.Memory): DotKernel {
  return (memory && openFastKernel(vectors, scratch, memory)) ?? openPlainKernel(vectors, scratch);
}

export function openPlainKernel(vectors: Int8Array, scratch: DotScratch): DotKernel {
  const { query, rows, dots } = scratch;
  const rowCount = vectors.length / VECTOR_LENGTH;

  function dot(row: number): number {
    const at = row * VECTOR_LENGTH;
    let sum = 0;
    for (let index = 0; index < VECTOR_LENGTH; index += 1) {
      sum += (query[index] as number) * (vectors[at + index] as number);
    }
    return sum;
  }

  return {
    scratch,
    dotRange(first, count) {
      const length = lengthWithin(first, count, rowCount, dots.length);
      for (let index = 0; index < length; index += 1) dots[index] = dot(first + index);
      return length;
    },
    dotRows(count) {
      for (let index = 0; index < Math.min(count, rows.length); index += 1) {
        const row = rows[index] as number;
        dots[index] = dot(row < rowCount ? row : 0);
      }
    },
  };
}

function lengthWithin(first: number, count: number, rowCount: number, most: number): number {
  return Math.max(0, Math.min(count, rowCount - first, most));
}

interface DotExports {
  dotRange(query: number, vectors: number, out: number, end: number): void;
  dotRows(query: number, vectors: number, out: number, end: number, rows: number, limit: number): void;
}

function openFastKernel(vectors: Int8Array, scratch: DotScratch, memory: WebAssembly.Memory): DotKernel | undefined {
  const { query, rows, dots } = scratch;
  const parts = [vectors, query, rows, dots];
  if (parts.some(({ buffer }) => buffer !== memory.buffer) || vectors.length === 0) return undefined;
  const calls = instantiate(memory);
  if (!calls) return undefined;
  const rowCount = vectors.length / VECTOR_LENGTH;
  const out = dots.byteOffset;

  return {
    scratch,
    dotRange(first, count) {
      const length = lengthWithin(first, count, rowCount, dots.length);
      const from = vectors.byteOffset + first * VECTOR_LENGTH;
      if (length > 0) calls.dotRange(query.byteOffset, from, out, out + length * 4);
      return length;
    },
    dotRows(count) {
      const end = out + Math.min(count, rows.length) * 4;
      calls.dotRows(query.byteOffset, vectors.byteOffset, out, end, rows.byteOffset, rowCount);
    },
  };
}

/** Nothing where the machine has no SIMD or no threads: the module is then invalid. */
function instantiate(memory: WebAssembly.Memory): DotExports | undefined {
  const bytes = assembleDotModule();
  if (!WebAssembly.validate(bytes)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { engine: { memory } });
  return exports as unknown as DotExports;
}
