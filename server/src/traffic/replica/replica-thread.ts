import { parentPort } from 'node:worker_threads';
import {
  openTrafficEngine,
  openTrafficReader,
  seededRandom,
  type TrafficEngine,
  type TrafficReader,
} from '@teahouse/engine/traffic';
import { readFacts } from '../log/fact-json.ts';
import { finishFact } from '../log/note-fact.ts';
import { createPoolWatch, type PoolWatch } from './pool-watch.ts';
import type { ThreadReply, ThreadRequest, ThreadWork, WorkKind } from './protocol.ts';
import { grantTickets, waitingNotes } from './waiting-notes.ts';

// The thread holds one engine, or joins the memory of one: it ends with the thread.
let engine: TrafficEngine | undefined;
let reader: TrafficReader | undefined;
let watch: PoolWatch | undefined;

const works: { [K in WorkKind]: (ask: ThreadWork[K]['ask']) => ThreadWork[K]['answer'] } = {
  open(options) {
    engine = openTrafficEngine(options);
    watch = createPoolWatch(engine);
    reader = engine;
    return { handle: engine.handle, position: engine.position, problem: engine.problem };
  },
  attach({ handle, thread }) {
    reader = openTrafficReader(handle, thread, { keepsRankings: true });
    return true;
  },
  apply({ rows }) {
    const { writer, pools } = opened();
    for (const { position, facts } of rows) {
      for (const fact of readFacts(facts)) pools.apply(fact, position);
      pools.collectSteps(position);
    }
    return { facts: writer.stats().facts, isFull: writer.parts.store.isFull };
  },
  learn({ facts }) {
    const { pools } = opened();
    for (const fact of facts) pools.apply(finishFact(fact), 0);
    pools.forgetSteps();
    return true;
  },
  page({ seed, ...request }) {
    if (!reader) throw new Error('the thread has no engine');
    const startedAt = performance.now();
    const page = reader.page({ ...request, random: seededRandom(seed) });
    return { page, milliseconds: performance.now() - startedAt };
  },
  pools: ({ most }) => opened().pools.take(most),
  standings({ notes }) {
    const { writer } = opened();
    return notes.flatMap((note) => {
      const standing = writer.standingOf(note);
      return standing ? [{ note, standing }] : [];
    });
  },
  waiting: ({ most }) => waitingNotes(opened().writer, most),
  grant({ grants }) {
    grantTickets(opened().writer, grants);
    return true;
  },
  stats: () => opened().writer.stats(),
  report({ hours }) {
    const { writer } = opened();
    const report = writer.balanceReport(hours);
    const topics = report.braked.map(({ topic }) => writer.parts.store.topicIdOf(topic));
    return { report, outputs: writer.parts.balance.outputs(), topics };
  },
  snapshot: ({ position }) => opened().writer.snapshot(position),
};

function opened(): { writer: TrafficEngine; pools: PoolWatch } {
  if (!engine || !watch) throw new Error('the thread has no engine');
  return { writer: engine, pools: watch };
}

parentPort?.on('message', ({ id, kind, ask }: ThreadRequest) => {
  const answer = answerTo(id, () => (works[kind] as (ask: unknown) => unknown)(ask));
  const bytes = 'answer' in answer && answer.answer instanceof Uint8Array ? [answer.answer.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(answer, bytes);
});

function answerTo(id: number, work: () => unknown): ThreadReply {
  try {
    return { id, answer: work() };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
