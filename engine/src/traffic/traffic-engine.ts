import type { BalanceReport } from '../balance/balance.ts';
import { type RestoreProblem, restoreSnapshot, writeSnapshot } from '../memory/snapshot.ts';
import type { PoolForecast, PoolStanding, Transition } from '../pools/pools.ts';
import { openPending } from '../scoring/pending.ts';
import { createFactWriter } from './apply-fact.ts';
import { openFactClock } from './clock.ts';
import { bytesPerRow, type EngineSize, engineColumns } from './engine-columns.ts';
import { attachEngineMemories, createEngineMemories, type EngineHandle, handleOf } from './engine-handle.ts';
import { type EngineParts, openEngineParts } from './engine-parts.ts';
import { createExposureLearner } from './exposure-learner.ts';
import type { Fact } from './facts.ts';
import { createPageMaker } from './make-page.ts';
import type { EnginePage, PageRequest } from './page.ts';
import type { TrafficPolicy } from './policy.ts';

export interface TrafficEngineOptions {
  size: EngineSize;
  /** In force until a fact says otherwise. */
  policy?: TrafficPolicy | undefined;
  /** State to go on from; one that cannot be read is not used, see `problem`. */
  snapshot?: Uint8Array | undefined;
  /** Threads that make pages from this memory, this one included. */
  threads?: number | undefined;
  /** First-pool slots come from leases of several processes (pools/plan-leases). */
  isLeased?: boolean | undefined;
}

/** A step of a note between pools, as its author reads it. */
export type LadderEvent = Omit<Transition, 'row'> & { note: string };

/** Events that wait to be asked for; of those who never ask, the oldest are dropped. */
const MOST_EVENTS = 65_536;

export interface EngineStats {
  notes: number;
  members: number;
  facts: number;
  /** Latest time that a fact told of. */
  now: number;
  bytes: number;
  bytesPerNote: number;
  bytesPerMember: number;
  policy: TrafficPolicy;
  firstPools: PoolForecast;
}

/** Makes pages; any number of threads over one memory. */
export interface TrafficReader {
  page(request: PageRequest): EnginePage;
}

/** The only thread that applies facts. */
export interface TrafficEngine extends TrafficReader {
  /** What could not be read of the snapshot that was given. */
  readonly problem: RestoreProblem | undefined;
  /** Position of the snapshot that was given; 0 without one. */
  readonly position: number;
  /** For `openTrafficReader` in another thread; its thread numbers begin at 1. */
  readonly handle: EngineHandle;
  readonly parts: EngineParts;
  /** Facts in log order. Facts that make no sense change little and never throw. */
  apply(fact: Fact): void;
  /** Ladder events since the last call, in the order of the facts. */
  drainLadder(): LadderEvent[];
  standingOf(note: string): PoolStanding | undefined;
  stats(): EngineStats;
  balanceReport(hours: number): BalanceReport;
  /** @param position of the log, to go on from */
  snapshot(position: number): Uint8Array<ArrayBuffer>;
}

export function openTrafficEngine(options: TrafficEngineOptions): TrafficEngine {
  const memories = createEngineMemories(options.size, options.threads ?? 1);
  const { capacities } = memories.state.handle;
  const restored =
    options.snapshot &&
    restoreSnapshot(options.snapshot, engineColumns, memories.state.columns, capacities, { isFresh: true });
  const ladder: LadderEvent[] = [];
  const parts = openEngineParts(memories, 0, options.policy, keepEvent);
  if (restored?.isOk && restored.isMoved) rebuild(parts);
  parts.pools.resetTickets(options.isLeased ?? false);
  const perRow = bytesPerRow(capacities);
  const clock = openFactClock(parts.columns);
  const { store, pools, balance } = parts;

  /** Named at once: by the time events are asked for, the row may hold another note. */
  function keepEvent({ row, ...step }: Transition): void {
    if (ladder.length >= MOST_EVENTS) ladder.splice(0, MOST_EVENTS / 2);
    ladder.push({ note: store.idOf(row), ...step });
  }

  return {
    problem: restored && !restored.isOk ? restored.problem : undefined,
    position: restored?.isOk ? restored.position : 0,
    handle: handleOf(memories),
    parts,
    apply: createFactWriter(
      parts,
      clock,
      createExposureLearner({ ...parts, pending: openPending(parts.columns, parts.scorer) }),
    ),
    page: createPageMaker(parts),
    drainLadder: () => ladder.splice(0),
    standingOf(note) {
      const row = store.rowOf(note);
      return row < 0 ? undefined : pools.standing(row, clock.now);
    },
    stats: () => ({
      notes: store.count,
      members: parts.members.count,
      facts: clock.facts,
      now: clock.now,
      bytes: memories.state.bytes + memories.local.bytes,
      bytesPerNote: perRow.note,
      bytesPerMember: perRow.member,
      policy: parts.policy.read(),
      firstPools: pools.forecast(clock.now),
    }),
    balanceReport: (hours) =>
      balance.report(
        { rows: store.capacity, impressions: parts.columns.poolImpressions, hours, languageOf: store.languageOf },
        clock.now,
      ),
    snapshot: (position) => writeSnapshot(engineColumns, memories.state.columns, { position, capacities }),
  };
}

/**
 * @param thread 1 … threads - 1; each thread takes its own
 * @param options `keepsRankings`: later pages of a walk are chosen from what the first was chosen from, for as long as the viewer
 * does and says nothing; pages then depend on those made before
 */
export function openTrafficReader(
  handle: EngineHandle,
  thread: number,
  options: { keepsRankings?: boolean } = {},
): TrafficReader {
  return { page: createPageMaker(openEngineParts(attachEngineMemories(handle), thread, undefined), options) };
}

/** Tables that are addressed by their size have to be laid out anew in a larger memory. */
function rebuild({ store, members, likers }: EngineParts): void {
  store.rebuild();
  members.rebuild();
  likers.rebuild();
}
