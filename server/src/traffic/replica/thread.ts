import { Worker } from 'node:worker_threads';
import type { ThreadReply, ThreadRequest, ThreadWork, WorkKind } from './protocol.ts';

/** One thread of a replica. */
export interface Thread {
  ask<K extends WorkKind>(kind: K, ask: ThreadWork[K]['ask'], moved?: ArrayBuffer[]): Promise<ThreadWork[K]['answer']>;
  /** Questions without an answer yet. */
  readonly pending: number;
  /** Resolves when the thread has ended, whether it was told to or not. */
  readonly ended: Promise<void>;
  end(): Promise<void>;
}

export type StartThread = (name: string) => Thread;

/** What it keeps stands in shared memory; without a bound V8 lets as much garbage of pages lie as on the main thread. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

export const startThread: StartThread = (name) => {
  const worker = new Worker(new URL('./replica-thread.ts', import.meta.url), { name, resourceLimits });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ended = Promise.withResolvers<void>();
  let hasEnded = false;
  let asked = 0;

  function stop(reason: string): void {
    hasEnded = true;
    for (const question of waiting.values()) question.reject(new Error(reason));
    waiting.clear();
    ended.resolve();
  }

  worker.on('message', (reply: ThreadReply) => {
    const question = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) question?.reject(new Error(reply.failure));
    else question?.resolve(reply.answer);
  });
  worker.on('error', (error) => stop(`${name}: ${error instanceof Error ? error.message : String(error)}`));
  worker.on('exit', () => stop(`${name} has ended`));
  // Nobody waits for pages when the house closes.
  worker.unref();

  return {
    ended: ended.promise,
    get pending() {
      return waiting.size;
    },
    ask<K extends WorkKind>(kind: K, ask: ThreadWork[K]['ask'], moved: ArrayBuffer[] = []) {
      if (hasEnded) return Promise.reject(new Error(`${name} has ended`));
      const question = Promise.withResolvers<unknown>();
      asked += 1;
      waiting.set(asked, question);
      worker.postMessage({ id: asked, kind, ask } as ThreadRequest, moved);
      return question.promise as Promise<ThreadWork[K]['answer']>;
    },
    async end() {
      await worker.terminate();
    },
  };
};
