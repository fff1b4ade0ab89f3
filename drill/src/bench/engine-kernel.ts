import {
  column,
  createEngineMemory,
  DOTS_PER_CALL,
  type DotKernel,
  openDotKernel,
  openPlainKernel,
  seededRandom,
  VECTOR_LENGTH,
} from '@teahouse/engine';
import { summarise } from './latencies.ts';

/** Medians, in ms of one thread. */
export interface KernelFigures {
  notes: number;
  gathered: number;
  isFast: boolean;
  /** All notes against one vector. */
  scanMs: number;
  /** The candidates of a page, strewn over all notes. */
  gatherMs: number;
  plainScanMs: number;
  plainGatherMs: number;
}

/** Candidates of a page (design "engine": Candidates). */
const GATHERED = 13_000;
const ROUNDS = 15;

/** Dot products of note vectors, by the kernel of this machine and by plain loops over the same memory. */
export function measureKernel(notes: number): KernelFigures {
  const memory = createEngineMemory({ vectors: column('i8', 'notes', VECTOR_LENGTH) }, { notes });
  const random = seededRandom('kernel');
  const { vectors } = memory.columns;
  for (let at = 0; at < vectors.length; at += 1) vectors[at] = Math.floor(random() * 33) - 16;
  const scratch = memory.scratchOf(0);
  scratch.query.set(vectors.subarray(0, VECTOR_LENGTH));
  for (let at = 0; at < GATHERED; at += 1) scratch.rows[at] = Math.floor(random() * notes);
  const fast = openDotKernel(vectors, scratch, memory.wasm);
  const plain = openPlainKernel(vectors, scratch);
  return {
    notes,
    gathered: GATHERED,
    isFast: memory.wasm !== undefined,
    scanMs: medianMs(() => scan(fast, notes)),
    gatherMs: medianMs(() => fast.dotRows(GATHERED)),
    plainScanMs: medianMs(() => scan(plain, notes)),
    plainGatherMs: medianMs(() => plain.dotRows(GATHERED)),
  };
}

function scan(kernel: DotKernel, notes: number): void {
  for (let first = 0; first < notes; first += DOTS_PER_CALL) kernel.dotRange(first, DOTS_PER_CALL);
}

/** The first rounds warm the compiler and the caches. */
function medianMs(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return summarise(times.slice(ROUNDS / 3)).p50;
}
