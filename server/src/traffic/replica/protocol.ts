import type {
  BalanceOutputs,
  BalanceReport,
  EngineHandle,
  EnginePage,
  EngineSize,
  EngineStats,
  PageRequest,
  PoolStanding,
  TrafficPolicy,
} from '@teahouse/engine';
import type { DraftFact } from '../log/note-fact.ts';

/** A page asked of another thread: chance travels as the seed of it. */
export type PageOrder = Omit<PageRequest, 'random'> & { seed: string };

/** A step of a note between pools, with the position in the log at which every replica sees it. */
export interface PoolStep {
  note: string;
  position: number;
  at: number;
  step: 'entered' | 'reached' | 'missed' | 'promoted' | 'stopped' | 'reopened' | 'opened';
  from: number;
  to: number;
  impressions: number;
  quota: number | undefined;
  rate: number | undefined;
  cellRate: number | undefined;
}

export interface NoteStanding {
  note: string;
  standing: PoolStanding;
}

export interface PoolNews {
  steps: PoolStep[];
  /** Of notes of which something was told since the last time. */
  standings: NoteStanding[];
}

/** A note that waits for its first audience, as its engine knows it. */
export interface WaitingNote {
  row: number;
  note: string;
  quota: number;
  delivered: number;
  /** Tickets left here, and those handed out of which nobody has seen anything yet. */
  left: number;
  outstanding: number;
  isUrgent: boolean;
}

export interface Grant {
  row: number;
  note: string;
  tickets: number;
}

export interface OpenedEngine {
  handle: EngineHandle;
  /** Position of the snapshot; 0 without one. */
  position: number;
  problem: string | undefined;
}

/** What a thread can be asked, and what it answers. */
export interface ThreadWork {
  open: {
    ask: {
      size: EngineSize;
      threads: number;
      snapshot: Uint8Array | undefined;
      policy: TrafficPolicy;
      isLeased: boolean;
    };
    answer: OpenedEngine;
  };
  /** Joins the memory of the writer. */
  attach: { ask: { handle: EngineHandle; thread: number }; answer: true };
  /** Rows of the log, in order; `facts` as `writeFacts` wrote them. */
  apply: { ask: { rows: { position: number; facts: string }[] }; answer: { facts: number; isFull: boolean } };
  /** What was before the log. */
  learn: { ask: { facts: DraftFact[] }; answer: true };
  page: { ask: PageOrder; answer: { page: EnginePage; milliseconds: number } };
  pools: { ask: { most: number }; answer: PoolNews };
  standings: { ask: { notes: string[] }; answer: NoteStanding[] };
  /** Notes whose tickets may be leased or given back. */
  waiting: { ask: { most: number }; answer: WaitingNote[] };
  grant: { ask: { grants: Grant[] }; answer: true };
  stats: { ask: object; answer: EngineStats };
  /** With the ids of the braked topics. */
  report: {
    ask: { hours: number };
    answer: { report: BalanceReport; outputs: BalanceOutputs; topics: string[] };
  };
  snapshot: { ask: { position: number }; answer: Uint8Array<ArrayBuffer> };
}

export type WorkKind = keyof ThreadWork;
export type ThreadRequest = { [K in WorkKind]: { id: number; kind: K; ask: ThreadWork[K]['ask'] } }[WorkKind];
export type ThreadReply = { id: number; answer: unknown } | { id: number; failure: string };
