import { Worker } from 'node:worker_threads';
import type { ThreadReply, ThreadRequest } from './protocol.ts';

/** The thread is gone: its engine was in no state to go on. */
export class ThreadFailure extends Error {
  readonly kind: 'timeout' | 'broken';

  constructor(kind: ThreadFailure['kind'], message: string) {
    super(message);
    this.name = 'ThreadFailure';
    this.kind = kind;
  }
}

export interface EngineThread {
  /** One request at a time. After any failure the thread has ended. */
  ask(request: ThreadRequest, milliseconds: number): Promise<readonly string[]>;
  end(): Promise<void>;
}

/** The engine blocks its thread while it works: what takes too long can only be ended together with the thread. */
export function startEngineThread(): EngineThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { name: 'bergamot' });
  let hasEnded = false;
  let pending: PromiseWithResolvers<readonly string[]> | undefined;
  const fail = (kind: ThreadFailure['kind'], message: string) => pending?.reject(new ThreadFailure(kind, message));
  const end = async () => {
    hasEnded = true;
    await worker.terminate();
  };

  worker.on('message', (reply: ThreadReply) =>
    reply.kind === 'done' ? pending?.resolve(reply.html) : fail('broken', reply.detail),
  );
  worker.on('error', (error: Error) => fail('broken', error.message));
  worker.on('exit', () => {
    hasEnded = true;
    fail('broken', 'the thread ended');
  });

  return {
    end,
    async ask(request, milliseconds) {
      if (hasEnded) throw new ThreadFailure('broken', 'the thread had ended');
      pending = Promise.withResolvers();
      const timer = setTimeout(() => fail('timeout', `no answer in ${milliseconds} ms`), milliseconds);
      try {
        worker.postMessage(request);
        return await pending.promise;
      } catch (failure) {
        await end();
        throw failure;
      } finally {
        clearTimeout(timer);
        pending = undefined;
      }
    },
  };
}
