import type { EngineSize, TrafficPolicy } from '@teahouse/engine';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { readHistory } from '../bootstrap/read-history.ts';
import { selectLastPosition } from '../log/traffic-log.sql.ts';
import { waitForLock } from '../snapshots/snapshots.sql.ts';
import { keepSnapshot, readSnapshots } from '../snapshots/store-snapshots.ts';
import { type EngineThreads, openThreads } from './open-threads.ts';
import { createTail, type Tail } from './tail.ts';
import type { StartThread } from './thread.ts';

export type ReplicaDeps = Pick<Deps, 'db' | 'clock' | 'blobs' | 'log' | 'ids'>;

/** An engine that follows the log. */
export interface OpenReplica {
  /** No other engine had this name: what is leased to it dies with it. */
  node: string;
  threads: EngineThreads;
  tail: Tail;
}

export interface ReplicaOptions {
  readers: number;
  size: EngineSize;
  policy: TrafficPolicy;
  isLeased: boolean;
  startThread: StartThread;
}

const factsAtOnce = 2_000;

/** From the newest snapshot that can be used, or else from the tables; then the log to its end. */
export async function openReplica(deps: ReplicaDeps, options: ReplicaOptions): Promise<OpenReplica> {
  const replica = (await openFromSnapshot(deps, options)) ?? (await openFromTables(deps, options));
  await orEnd(replica.threads, replica.tail.catchUp());
  return replica;
}

async function orEnd<T>(threads: EngineThreads, work: Promise<T>): Promise<T> {
  return work.catch(async (error) => {
    await threads.end();
    throw error;
  });
}

async function openFromSnapshot(deps: ReplicaDeps, options: ReplicaOptions): Promise<OpenReplica | undefined> {
  for await (const { bytes, position } of readSnapshots(deps)) {
    const threads = await open(options, bytes);
    const { problem } = threads.opened;
    if (problem === undefined) return following(deps, threads, position);
    deps.log.warn({ problem, position }, 'snapshot of the traffic engine cannot be used');
    await threads.end();
  }
  return undefined;
}

/** One process at a time: those who waited find its snapshot, and so begin with the same bytes. */
async function openFromTables(deps: ReplicaDeps, options: ReplicaOptions): Promise<OpenReplica> {
  return inTransaction(deps.db, async (tx) => {
    await waitForLock(tx, 'traffic bootstrap');
    const made = await openFromSnapshot(deps, options);
    if (made) return made;
    const position = await selectLastPosition(deps.db);
    const threads = await open(options, undefined);
    await orEnd(threads, learnHistory(deps, threads, options.size));
    const make = () => threads.writer.ask('snapshot', { position });
    await keepSnapshot(deps, position, make).catch((error) => deps.log.warn({ err: error }, 'no snapshot was kept'));
    return following(deps, threads, position);
  });
}

async function learnHistory(deps: ReplicaDeps, { writer }: EngineThreads, size: EngineSize): Promise<void> {
  for await (const facts of readHistory(deps, size))
    for (let start = 0; start < facts.length; start += factsAtOnce)
      await writer.ask('learn', { facts: facts.slice(start, start + factsAtOnce) });
}

function following(deps: ReplicaDeps, threads: EngineThreads, position: number): OpenReplica {
  return { node: deps.ids.next(), threads, tail: createTail(deps, threads.writer, position) };
}

function open({ startThread, ...options }: ReplicaOptions, snapshot: Uint8Array<ArrayBuffer> | undefined) {
  return openThreads(startThread, { ...options, snapshot });
}
