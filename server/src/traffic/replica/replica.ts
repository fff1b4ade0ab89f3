import { setTimeout as pause } from 'node:timers/promises';
import type { EngineSize, TrafficPolicy } from '@teahouse/engine';
import type { SnapshotRow } from '../snapshots/snapshots.sql.ts';
import { keepSnapshot } from '../snapshots/store-snapshots.ts';
import { within } from '../within.ts';
import { type OpenReplica, openReplica, type ReplicaDeps } from './open-replica.ts';
import type { PageOrder, ThreadWork } from './protocol.ts';
import { leastSize, sizeFor } from './replica-size.ts';
import { type StartThread, startThread } from './thread.ts';

/** This process's engine; it comes back by itself when a thread of it breaks. */
export interface Replica {
  /** The engine, once it has followed the log to its end. */
  readonly open: OpenReplica | undefined;
  /** The size it was opened with. */
  readonly size: EngineSize;
  /** Undefined without an engine, or when it does not answer in time. */
  page(order: PageOrder): Promise<ThreadWork['page']['answer'] | undefined>;
  /** Applies what is committed. */
  catchUp(): Promise<void>;
  /** Keeps what the engine knows, unless another process just did. */
  snapshot(): Promise<SnapshotRow | undefined>;
  start(): void;
  /** Resolves when there is an engine. */
  whenReady(): Promise<void>;
  /** Whether an engine opened now would be larger. */
  needsRoom(): Promise<boolean>;
  /** Ends the threads; the engine is opened again from its last snapshot, with room for the house as it is now. */
  reopen(): Promise<void>;
  stop(): Promise<void>;
}

export interface ReplicaSettings {
  readers: number;
  pageMilliseconds: number;
  currentPolicy: () => Promise<TrafficPolicy>;
  isLeased: boolean;
  least?: EngineSize | undefined;
  startThread?: StartThread | undefined;
}

const againMilliseconds = 1_000;

export function createReplica(deps: ReplicaDeps, settings: ReplicaSettings): Replica {
  const least = settings.least ?? leastSize;
  const stopped = new AbortController();
  const { signal } = stopped;
  let size = least;
  let open: OpenReplica | undefined;
  let ready = Promise.withResolvers<void>();
  let life: Promise<void> | undefined;

  async function live(): Promise<void> {
    while (!signal.aborted) {
      await liveOnce().catch((error) => deps.log.error({ err: error }, 'the traffic engine could not be opened'));
      if (!signal.aborted) await pause(againMilliseconds, undefined, { signal }).catch(() => {});
    }
  }

  async function liveOnce(): Promise<void> {
    size = await sizeFor(deps.db, least);
    const policy = await settings.currentPolicy();
    const { readers, isLeased, startThread: start = startThread } = settings;
    const opened = await openReplica(deps, { readers, size, policy, isLeased, startThread: start });
    open = opened;
    if (signal.aborted) await opened.threads.end();
    ready.resolve();
    await opened.threads.broken;
    open = undefined;
    ready = Promise.withResolvers();
    await opened.threads.end();
    if (!signal.aborted) deps.log.warn('the traffic engine has ended; it is opened again');
  }

  return {
    get open() {
      return open;
    },
    get size() {
      return size;
    },
    async page(order) {
      const now = open;
      return now && within(settings.pageMilliseconds, () => now.threads.page(order));
    },
    catchUp: async () => open?.tail.catchUp(),
    async snapshot() {
      const now = open;
      return now?.tail.between(() =>
        keepSnapshot(deps, now.tail.position, () =>
          now.threads.writer.ask('snapshot', { position: now.tail.position }),
        ),
      );
    },
    start() {
      life ??= live();
    },
    whenReady: () => ready.promise,
    needsRoom: async () => (await sizeFor(deps.db, least)).notes > size.notes,
    reopen: async () => open?.threads.end(),
    async stop() {
      stopped.abort();
      await open?.threads.end();
      await life;
    },
  };
}
