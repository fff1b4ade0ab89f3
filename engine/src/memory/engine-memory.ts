import { DOTS_PER_CALL, type DotScratch } from '../kernel/dot-kernel.ts';
import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import { type Capacities, type ColumnSpecs, type Columns, column, layOut, openColumns } from './columns.ts';

/** What another thread needs to see the same memory: may be posted to a worker. */
export interface MemoryHandle {
  readonly capacities: Capacities;
  /** Threads that have scratch space of their own. */
  readonly threads: number;
  readonly memory: WebAssembly.Memory | ArrayBufferLike;
}

export interface EngineMemory<S extends ColumnSpecs> {
  readonly specs: S;
  readonly columns: Columns<S>;
  readonly handle: MemoryHandle;
  readonly bytes: number;
  /** For `openDotKernel`; absent where there is no shared WebAssembly memory. */
  readonly wasm: WebAssembly.Memory | undefined;
  /** @param thread 0 … threads - 1; each thread takes its own */
  scratchOf(thread: number): DotScratch;
}

// Behind the columns, and in no snapshot: 128 KiB a thread.
const scratchSpecs = {
  scratchQuery: column('i8', 'threads', VECTOR_LENGTH),
  scratchRows: column('u32', 'threads', DOTS_PER_CALL),
  scratchDots: column('i32', 'threads', DOTS_PER_CALL),
} as const;

const PAGE_BYTES = 65_536;
const MOST_PAGES = 65_536;

/**
 * Fresh memory of zeros for the columns and the scratch of so many threads: a shared WebAssembly memory, or a plain one that no
 * other thread can see where the machine has none or the columns need more than its 4 GiB.
 */
export function createEngineMemory<S extends ColumnSpecs>(
  specs: S,
  capacities: Capacities,
  threads = 1,
): EngineMemory<S> {
  const bytes = scratchLayout(specs, capacities, threads).bytes;
  return attachEngineMemory(specs, { capacities, threads, memory: allocate(bytes) });
}

/** The same columns over memory that another thread made; the specifications must be the same. */
export function attachEngineMemory<S extends ColumnSpecs>(specs: S, handle: MemoryHandle): EngineMemory<S> {
  const { capacities, threads, memory } = handle;
  const wasm = memory instanceof ArrayBuffer || isSharedBuffer(memory) ? undefined : memory;
  const buffer = wasm?.buffer ?? (memory as ArrayBufferLike);
  const layout = scratchLayout(specs, capacities, threads);
  const scratch = openColumns(scratchSpecs, { threads }, buffer, layout);
  return {
    specs,
    handle,
    bytes: layout.bytes,
    wasm,
    columns: openColumns(specs, capacities, buffer),
    scratchOf(thread) {
      if (thread < 0 || thread >= threads) throw new RangeError(`memory has scratch for ${threads} threads`);
      return {
        query: scratch.scratchQuery.subarray(thread * VECTOR_LENGTH, (thread + 1) * VECTOR_LENGTH),
        rows: scratch.scratchRows.subarray(thread * DOTS_PER_CALL, (thread + 1) * DOTS_PER_CALL),
        dots: scratch.scratchDots.subarray(thread * DOTS_PER_CALL, (thread + 1) * DOTS_PER_CALL),
      };
    },
  };
}

function scratchLayout(specs: ColumnSpecs, capacities: Capacities, threads: number) {
  return layOut(scratchSpecs, { threads }, layOut(specs, capacities).bytes);
}

function allocate(bytes: number): WebAssembly.Memory | ArrayBufferLike {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const hasShared = typeof WebAssembly === 'object' && typeof SharedArrayBuffer === 'function' && pages <= MOST_PAGES;
  if (!hasShared) return new ArrayBuffer(bytes);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

function isSharedBuffer(memory: unknown): memory is SharedArrayBuffer {
  return typeof SharedArrayBuffer === 'function' && memory instanceof SharedArrayBuffer;
}
