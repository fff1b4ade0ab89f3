import { EngineFailure } from '../port.ts';
import type { Interpreter } from './interpreter.ts';
import type { Route } from './routes.ts';

interface Call {
  route: Route;
  html: readonly string[];
  signal: AbortSignal;
  arrivedAt: number;
  resolve(translated: string[]): void;
  reject(failure: unknown): void;
}

/** Calls wait their turn for an interpreter; one that already holds the models is preferred. */
export interface CallLine {
  translate(route: Route, html: readonly string[], signal: AbortSignal): Promise<string[]>;
  close(): Promise<void>;
}

const patienceMilliseconds = 1_000;

export function createCallLine(interpreters: readonly Interpreter[], waitingMax: number): CallLine {
  const waiting: Call[] = [];
  const free = new Set(interpreters);

  return {
    translate(route, html, signal) {
      if (signal.aborted) return Promise.reject(abandoned());
      if (waiting.length >= waitingMax) return Promise.reject(tooMany());
      const { promise, resolve, reject } = Promise.withResolvers<string[]>();
      const call = { route, html, signal, arrivedAt: performance.now(), resolve, reject };
      const leave = () => {
        const at = waiting.indexOf(call);
        if (at >= 0) waiting.splice(at, 1);
        reject(abandoned());
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(call);
      callNext();
      return promise.finally(() => signal.removeEventListener('abort', leave));
    },
    async close() {
      for (const call of waiting.splice(0)) call.reject(new EngineFailure('unavailable', 'the engine is closed'));
      await Promise.all(interpreters.map((interpreter) => interpreter.close()));
    },
  };

  function callNext(): void {
    const [first] = free;
    const call = first && nextCall();
    if (!call) return;
    waiting.splice(waiting.indexOf(call), 1);
    void work([...free].find((one) => one.holds(call.route)) ?? first, call);
  }

  /** One whose models are in memory goes before one that has not waited long: two languages must not take turns to load. */
  function nextCall(): Call | undefined {
    const [head] = waiting;
    if (!head || performance.now() - head.arrivedAt > patienceMilliseconds) return head;
    return waiting.find(({ route }) => [...free].some((one) => one.holds(route))) ?? head;
  }

  async function work(interpreter: Interpreter, { route, html, signal, resolve, reject }: Call): Promise<void> {
    free.delete(interpreter);
    await interpreter.translate(route, html, signal).then(resolve, reject);
    free.add(interpreter);
    callNext();
  }
}

function abandoned(): EngineFailure {
  return new EngineFailure('aborted', 'the call was abandoned');
}

function tooMany(): EngineFailure {
  return new EngineFailure('rate-limited', 'too many calls wait', { retryAfterMilliseconds: 1_000 });
}
