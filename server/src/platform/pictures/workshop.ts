import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Log } from '../log.ts';
import type { Card } from './draw-card.ts';
import { type Outcome, PictureRefusal, type Task } from './protocol.ts';
import type { Care, RenderedPicture } from './render-picture.ts';

export { PictureRefusal } from './protocol.ts';
export type { Card, RenderedPicture };

/** Decodes and draws pictures outside this process. */
export interface Workshop {
  /** @throws PictureRefusal when the file is no picture the house takes */
  render(bytes: Uint8Array, care?: Care): Promise<RenderedPicture>;
  /** A 1200 × 630 PNG. */
  drawCard(card: Card): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Order {
  task: Task;
  crashes: number;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

interface Bench {
  readonly isFree: boolean;
  take(order: Order): void;
  close(): Promise<void>;
}

const mostWaiting = 1000;
const timeLimitMilliseconds = 20_000;
/** An idle process gives its memory back. */
const restMilliseconds = 60_000;
const heapMegabytes = 256;
const entry = fileURLToPath(new URL('./picture-process.ts', import.meta.url));

export function openWorkshop(log: Log, { size = availableParallelism() > 2 ? 2 : 1 } = {}): Workshop {
  const waiting: Order[] = [];
  const benches = Array.from({ length: size }, () => createBench(log, handOut));

  function handOut(again?: Order): void {
    if (again) waiting.unshift(again);
    for (const bench of benches) {
      const order = bench.isFree ? waiting.shift() : undefined;
      if (order) bench.take(order);
    }
  }

  function place(task: Task): Promise<Outcome> {
    if (waiting.length >= mostWaiting) return Promise.reject(new Error('The picture workshop is full'));
    return new Promise((resolve, reject) => {
      waiting.push({ task, crashes: 0, resolve, reject });
      handOut();
    });
  }

  return {
    async render(bytes, care = 'thorough') {
      const outcome = await place({ kind: 'render', bytes, care });
      if (outcome.kind === 'rendered') return outcome.picture;
      throw errorOf(outcome);
    },
    async drawCard(card) {
      const outcome = await place({ kind: 'card', card });
      if (outcome.kind === 'drawn') return outcome.png;
      throw errorOf(outcome);
    },
    async close() {
      for (const order of waiting.splice(0)) order.reject(new Error('The house is closing'));
      await Promise.all(benches.map((bench) => bench.close()));
    },
  };
}

function errorOf(outcome: Outcome): Error {
  if (outcome.kind === 'refused') return new PictureRefusal(outcome.code);
  return new Error(outcome.kind === 'failed' ? outcome.message : 'Unexpected answer of the picture process');
}

/** One process that works on one order at a time; it is started by the first order and again after a crash. */
function createBench(log: Log, onFree: (again?: Order) => void): Bench {
  let child: ChildProcess | undefined;
  let order: Order | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function start(): ChildProcess {
    const started = fork(entry, {
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      env: { MALLOC_ARENA_MAX: '2' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('message', (outcome: Outcome) => finish(outcome));
    started.on('error', (error) => log.error({ err: error }, 'picture process'));
    started.on('exit', () => {
      if (child === started) child = undefined;
      crash();
    });
    return started;
  }

  function finish(outcome: Outcome): void {
    const done = release();
    timer = setTimeout(() => child?.kill('SIGKILL'), restMilliseconds).unref();
    child?.unref();
    child?.channel?.unref();
    done?.resolve(outcome);
    onFree();
  }

  /** A file that brings the decoder down twice is not a picture we can read. */
  function crash(): void {
    const broken = release();
    if (!broken) return;
    broken.crashes += 1;
    if (isClosed) broken.reject(new Error('The house is closing'));
    else if (broken.crashes < 2) onFree(broken);
    else {
      log.warn({ task: broken.task.kind }, 'picture process ended twice over one order');
      broken.resolve({ kind: 'refused', code: 'picture-unreadable' });
      onFree();
    }
  }

  function release(): Order | undefined {
    clearTimeout(timer);
    const released = order;
    order = undefined;
    return released;
  }

  return {
    get isFree() {
      return order === undefined && !isClosed;
    },
    take(next) {
      clearTimeout(timer);
      order = next;
      child ??= start();
      child.ref();
      child.channel?.ref();
      timer = setTimeout(() => child?.kill('SIGKILL'), timeLimitMilliseconds);
      child.send(next.task, (error) => {
        if (error) child?.kill('SIGKILL');
      });
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const ending = child;
      if (!ending || ending.exitCode !== null) return;
      await new Promise<void>((resolve) => {
        ending.ref();
        ending.once('exit', () => resolve());
        ending.kill('SIGKILL');
      });
    },
  };
}
