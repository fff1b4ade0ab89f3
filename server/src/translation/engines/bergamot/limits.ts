/** Bounds of the engine. Measured figures: base models, one thread, two cores. */
export interface BergamotLimits {
  /** Sentences in one call; about five seconds' work at their longest. */
  batchMax: number;
  /** Characters. Without it 5,000 characters without a space block the thread for five seconds. */
  sentenceMax: number;
  /** Most pieces of a translation for each piece of the source: where a model repeats itself, it stops here. */
  lengthFactor: number;
  /** Sentences given to the thread at once: an abandoned call ends after these. */
  sliceMax: number;
  /** Calls that wait; more are turned away, so that a surge cannot fill the memory. */
  waitingMax: number;
  /** Models in memory over all threads. */
  modelsMax: number;
  /**
   * Their files, in bytes: two base models, or four tiny ones. A model takes nine times its files in memory, and a third
   * base model does not fit into the 2 GB that the WASM build can address.
   */
  modelBytesMax: number;
  /** A call's work, without its wait and without loading. */
  deadlineMilliseconds: number;
  /** Loading, smoke sentence and warm-up take one to two seconds. */
  loadMilliseconds: number;
  /** Unused for so long, the thread ends: its memory never shrinks otherwise. */
  idleMilliseconds: number;
  /** A model that failed is tried again after this. */
  retryMilliseconds: number;
}

export const bergamotLimits: BergamotLimits = {
  batchMax: 16,
  sentenceMax: 500,
  lengthFactor: 2,
  sliceMax: 8,
  waitingMax: 200,
  modelsMax: 4,
  modelBytesMax: 140_000_000,
  deadlineMilliseconds: 10_000,
  loadMilliseconds: 30_000,
  idleMilliseconds: 600_000,
  retryMilliseconds: 600_000,
};
