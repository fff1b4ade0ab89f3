import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresLog, ServerProcess } from './server-process.ts';

export type PostgresState = 'up' | 'restarting' | 'stopped';

export interface SupervisedServer {
  readonly pid: number;
  readonly state: PostgresState;
  onState(listener: (state: PostgresState) => void): void;
  /** Called once, when the server cannot be brought back; never after `stop`. */
  onExit(listener: (reason: Error) => void): void;
  stop(): Promise<void>;
}

export interface RestartPolicy {
  /** Restarts without an hour of calm between them before giving up. */
  readonly attempts: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A server that lived this long starts with a clean slate. */
  readonly calmMs: number;
}

/** Back within ten seconds also when a few attempts fail, and about a minute of trying before giving up. */
const defaultPolicy: RestartPolicy = { attempts: 30, firstDelayMs: 100, longestDelayMs: 2_000, calmMs: 60_000 };

/** Keeps a server running: whatever ends it, it is started again, until `stop` or until the policy is exhausted. */
export function superviseServer(
  first: ServerProcess,
  start: () => Promise<ServerProcess>,
  log: PostgresLog,
  policy: RestartPolicy = defaultPolicy,
): SupervisedServer {
  const stateListeners: ((state: PostgresState) => void)[] = [];
  const exitListeners: ((reason: Error) => void)[] = [];
  const stopRequest = new AbortController();
  let current = first;
  let state: PostgresState = 'up';
  let failures = 0;
  let stopped: Promise<void> | undefined;
  const watching = watch();

  return {
    get pid() {
      return current.pid;
    },
    get state() {
      return state;
    },
    onState: (listener) => void stateListeners.push(listener),
    onExit: (listener) => void exitListeners.push(listener),
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };

  async function watch(): Promise<void> {
    while (!stopRequest.signal.aborted) {
      const startedAt = Date.now();
      const reason = await current.exited;
      if (stopRequest.signal.aborted) return;
      if (Date.now() - startedAt >= policy.calmMs) failures = 0;
      log.error({ reason }, 'the database ended unexpectedly; starting it again');
      enter('restarting');
      const next = await restart();
      if (!next) return;
      current = next;
      enter('up');
    }
  }

  async function restart(): Promise<ServerProcess | undefined> {
    for (;;) {
      failures += 1;
      try {
        await delay(delayBefore(failures, policy), undefined, { signal: stopRequest.signal });
        return await start();
      } catch (error) {
        if (stopRequest.signal.aborted) return undefined;
        log.error({ error, attempt: failures }, 'the database did not come back');
        if (failures >= policy.attempts) return giveUp(error);
      }
    }
  }

  function giveUp(cause: unknown): undefined {
    enter('stopped');
    const reason = new Error(`The database could not be started again after ${failures} attempts.`, { cause });
    for (const listener of exitListeners) listener(reason);
  }

  async function stop(): Promise<void> {
    stopRequest.abort();
    if (state === 'up') await current.stop();
    await watching;
    // A restart that was under way when `stop` was called may have succeeded since.
    if (state === 'up') await current.stop();
    enter('stopped');
  }

  function enter(next: PostgresState): void {
    if (state === next) return;
    state = next;
    for (const listener of stateListeners) listener(next);
  }
}

function delayBefore(attempt: number, policy: RestartPolicy): number {
  if (attempt === 1) return 0;
  return Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (attempt - 2));
}
