import { dateOf } from '../../platform/clock.ts';
import { retrying } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { type EngineAnswer, type EngineBatch, EngineFailure, type EngineSegment } from '../engines/port.ts';
import type { Attempt } from './attempt.ts';
import type { Flight } from './flight.ts';
import { type Judged, type Judging, judgeAnswer } from './judge-answer.ts';
import { acquireLeases, extendLeases } from './leases.sql.ts';
import type { EngineLine, Router } from './router.ts';
import { prepareSecondTry } from './second-try.ts';
import type { SentenceStore } from './sentence-store.ts';
import { insertSentences, selectSentences } from './sentences.sql.ts';

/** What came of each flight of a batch; another process is at work on those that are missing. */
export type Landed = Map<Flight, Attempt>;

export type RunBatch = (flights: readonly Flight[], signal: AbortSignal) => Promise<Landed>;

/** A lease ends this long after the call it covers must have ended: time to check and to store. */
const leaseMarginMilliseconds = 5_000;

/**
 * Takes sentences of one lane to their engine, as the only process of the house to do so.
 * @param holder names this process in the leases
 */
export function createBatchRunner(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  { router, store, holder }: { router: Router; store: SentenceStore; holder: string },
): RunBatch {
  const { db, log } = deps;

  async function run(flights: readonly Flight[], landed: Landed, signal: AbortSignal): Promise<void> {
    const line = lineOf(flights);
    const lease = { holder, milliseconds: line.limitMilliseconds + leaseMarginMilliseconds };
    const keys = flights.map(({ key }) => key);
    const ours = await retrying(() => acquireLeases(db, keys, lease));
    const leased = flights.filter(({ key }) => ours.has(key));
    if (leased.length === 0) return;
    try {
      const open = await landKnown(leased, landed);
      if (open.length > 0) await ask(open, { line, landed, signal, lease });
    } catch (cause) {
      land(leased, landed, asUnanswered(cause));
    }
    await keep(leased, landed);
  }

  /** Another process may have stored some between our look and our lease. */
  async function landKnown(flights: readonly Flight[], landed: Landed): Promise<Flight[]> {
    const rows = await selectSentences(
      db,
      flights.map(({ key }) => key),
    );
    const known = new Map(rows.map((row) => [row.key, row]));
    return flights.filter((flight) => {
      const kept = known.get(flight.key);
      if (kept) landed.set(flight, { kind: 'made', kept, isFresh: false });
      return !kept;
    });
  }

  async function ask(
    flights: readonly Flight[],
    { line, landed, signal, lease }: { line: EngineLine; landed: Landed; signal: AbortSignal; lease: Lease },
  ): Promise<void> {
    const segments = flights.map(({ sentence: { segment } }, index) => ({
      id: String(index),
      masked: segment.masked,
      spans: segment.spans.map(({ text }) => text),
    }));
    const answers = byId(await router.call(line, batchOf(flights, segments), signal));
    const verdicts = flights.map((flight, index) =>
      judgeAnswer(flight.sentence.segment, judgingOf(flight), answers.get(String(index))),
    );
    if (flights.length > 1 && verdicts.some(isBent)) return askOneByOne(flights, { line, landed, signal, lease });
    const torn: Flight[] = [];
    for (const [index, flight] of flights.entries()) {
      const judged = verdicts[index] as Judged;
      if ('because' in judged && judged.because === 'spans' && flight.sentence.segment.spans.length > 0)
        torn.push(flight);
      else landed.set(flight, attemptOf(flight, judged));
    }
    if (torn.length > 0) await askAgain(torn, { line, landed, signal, lease });
  }

  /** What was asked for together with an order may have been bent by it. */
  async function askOneByOne(
    flights: readonly Flight[],
    { line, landed, signal, lease }: { line: EngineLine; landed: Landed; signal: AbortSignal; lease: Lease },
  ): Promise<void> {
    const keys = flights.map(({ key }) => key);
    for (const flight of flights) {
      await extendLeases(db, keys, lease);
      await ask([flight], { line, landed, signal, lease });
    }
  }

  /** The same engine, the wording around the spans alone. */
  async function askAgain(
    flights: readonly Flight[],
    { line, landed, signal, lease }: { line: EngineLine; landed: Landed; signal: AbortSignal; lease: Lease },
  ): Promise<void> {
    const tries = flights.map((flight, index) => ({
      flight,
      again: prepareSecondTry(flight.sentence.segment, judgingOf(flight), String(index)),
    }));
    const segments = tries.flatMap(({ again }) => again.segments);
    const keys = flights.map(({ key }) => key);
    const answers = new Map<string, EngineAnswer>();
    try {
      for (const part of partsOf(segments, line.engine.capabilities().batchMax)) {
        await extendLeases(db, keys, lease);
        for (const answer of await router.call(line, batchOf(flights, part), signal)) answers.set(answer.id, answer);
      }
    } catch (cause) {
      log.debug({ err: cause }, 'second try around spans failed');
    }
    for (const { flight, again } of tries) {
      const judged = again.judge(answers);
      landed.set(flight, attemptOf(flight, 'because' in judged ? { because: 'spans' } : judged));
    }
  }

  /** Only what passed the checks is kept. */
  async function keep(flights: readonly Flight[], landed: Landed): Promise<void> {
    const made = flights.flatMap((flight) => {
      const attempt = landed.get(flight);
      if (attempt?.kind !== 'made' || flight.isForgotten) return [];
      store.remember(attempt.kept, flight.sentence.space);
      return attempt.isFresh ? [{ ...attempt.kept, space: flight.sentence.space }] : [];
    });
    const leased = flights.map(({ key }) => key);
    const stored = { holder, leased, at: dateOf(deps.clock) };
    await retrying(() => insertSentences(db, made, stored)).catch((error) => {
      log.error({ err: error }, 'translated sentences could not be stored');
    });
  }

  return async (flights, signal) => {
    const landed: Landed = new Map();
    await run(flights, landed, signal).catch((error) => {
      log.error({ err: error }, 'translation batch failed');
      land(flights, landed, { kind: 'unanswered', because: 'unavailable' });
    });
    return landed;
  };
}

interface Lease {
  holder: string;
  milliseconds: number;
}

function lineOf([flight]: readonly Flight[]): EngineLine {
  if (!flight) throw new Error('A batch is never empty');
  return flight.line;
}

function land(flights: readonly Flight[], landed: Landed, attempt: Attempt): void {
  for (const flight of flights) if (!landed.has(flight)) landed.set(flight, attempt);
}

function attemptOf({ key, line, sentence }: Flight, judged: Judged): Attempt {
  if ('because' in judged) return { kind: 'unusable', because: judged.because };
  const { engine } = line;
  const model = engine.model(sentence.from, sentence.to);
  return { kind: 'made', kept: { key, text: judged.output, engine: engine.id, model }, isFresh: true };
}

/** The engine did something else than translating. */
function isBent(judged: Judged): boolean {
  return 'because' in judged && (judged.because === 'instruction' || judged.because === 'refused');
}

function judgingOf({ line, sentence: { from, to, isSuspect } }: Flight): Judging {
  return { from, to, isSuspect, takesOrders: line.engine.capabilities().takesOrders };
}

function asUnanswered(cause: unknown): Attempt {
  return { kind: 'unanswered', because: cause instanceof EngineFailure ? cause.kind : 'unavailable' };
}

function batchOf(flights: readonly Flight[], segments: EngineSegment[]): EngineBatch {
  const { line, context, sentence } = flights[0] as Flight;
  const terms = line.engine.capabilities().takesTerms
    ? [...new Map(flights.flatMap((flight) => flight.sentence.terms).map((term) => [term.term, term])).values()]
    : [];
  return {
    from: sentence.from,
    to: sentence.to,
    segments,
    ...(context === '' ? {} : { context }),
    ...(terms.length === 0 ? {} : { terms }),
  };
}

function byId(answers: readonly EngineAnswer[]): Map<string, EngineAnswer> {
  return new Map(answers.map((answer) => [answer.id, answer]));
}

function partsOf<T>(items: readonly T[], size: number): T[][] {
  const most = Math.max(1, size);
  return Array.from({ length: Math.ceil(items.length / most) }, (_, part) =>
    items.slice(part * most, (part + 1) * most),
  );
}
