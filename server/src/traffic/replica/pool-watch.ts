import type { Fact, LadderEvent, TrafficEngine } from '@teahouse/engine';
import type { PoolNews, PoolStep } from './protocol.ts';

/** Notices what becomes of notes in their pools while facts are applied, for those who write it down. */
export interface PoolWatch {
  apply(fact: Fact, position: number): void;
  /** The steps that the facts of a position led to. */
  collectSteps(position: number): void;
  /** What was learnt from before the log is no news, except of notes that are still promised something. */
  forgetSteps(): void;
  take(most: number): PoolNews;
}

// Nobody has asked for so long that the rows of the table are read again from standings anyway.
const mostWaiting = 200_000;

export function createPoolWatch(engine: TrafficEngine): PoolWatch {
  const touched = new Set<string>();
  let steps: PoolStep[] = [];

  function isPromised(note: string): boolean {
    const promise = engine.standingOf(note)?.promise;
    return promise !== undefined && promise.deadline > engine.stats().now;
  }

  function enter(note: string, position: number, at: number): void {
    const promise = engine.standingOf(note)?.promise;
    if (!promise) return;
    const { quota } = promise;
    const nothingYet = { impressions: 0, rate: undefined, cellRate: undefined };
    steps.push({ note, position, at, step: 'entered', from: 0, to: 1, quota, ...nothingYet });
  }

  return {
    apply(fact, position) {
      const isNew = fact.kind === 'note' && engine.standingOf(fact.note) === undefined;
      engine.apply(fact);
      if (isNew) enter(fact.note, position, fact.at);
      if ('note' in fact && touched.size < mostWaiting) touched.add(fact.note);
    },
    collectSteps(position) {
      for (const event of engine.drainLadder()) {
        steps.push(stepOf(event, position, engine.stats().policy.ladder.pools.length));
        touched.add(event.note);
      }
    },
    forgetSteps() {
      engine.drainLadder();
      steps = [];
      const { now } = engine.stats();
      for (const note of touched) if (now === 0 || !isPromised(note)) touched.delete(note);
    },
    take(most) {
      const taken = steps.splice(0, most);
      const standings = [];
      for (const note of touched) {
        if (standings.length === most) break;
        touched.delete(note);
        const standing = engine.standingOf(note);
        if (standing) standings.push({ note, standing });
      }
      return { steps: taken, standings };
    },
  };
}

function stepOf(event: LadderEvent, position: number, pools: number): PoolStep {
  const { note, at, why, from, to, impressions, quota, rate, cellQuantile } = event;
  const step = why === 'promoted' && to > pools ? 'opened' : why;
  return { note, position, at, step, from, to, impressions, quota, rate, cellRate: cellQuantile };
}
