import type { Deps } from '../../platform/deps.ts';
import { createRecentMap } from '../../platform/recent-map.ts';
import type { Attempt, UnusableBecause } from './attempt.ts';
import { type Asking, createFlight, type Flight } from './flight.ts';
import { deleteOverdueLeases } from './leases.sql.ts';
import { createQueue, isMoreUrgent, type Queue, type QueueOptions } from './queue.ts';
import type { EngineLine } from './router.ts';
import type { RunBatch } from './run-batch.ts';
import { keyOf, type Sentence } from './sentence.ts';
import type { SentenceStore } from './sentence-store.ts';
import { watchElsewhere } from './watch-elsewhere.ts';

/** However many ask for a sentence at once, here and in other processes, one of them asks the engine. */
export interface SingleFlight {
  /** Rejects only with the reason of `signal`. */
  ask(line: EngineLine, sentence: Sentence, asking: Asking): Promise<Attempt>;
  isUnderWay(line: EngineLine, sentence: Sentence): boolean;
  /** What was wrong with what an engine made of it a moment ago: asked again at once it would do the same. */
  lastFault(line: EngineLine, sentence: Sentence): UnusableBecause | undefined;
  /** What is under way for a private space is told to those who wait, and not kept. @returns its ends */
  forget(space: string): Promise<Attempt>[];
  queue: Pick<Queue<Flight>, 'state'>;
  settle(): Promise<void>;
  stop(): Promise<void>;
}

interface SingleFlightParts extends Pick<QueueOptions<Flight>, 'sheds' | 'mostWaiting' | 'gatherMilliseconds'> {
  store: SentenceStore;
  runBatch: RunBatch;
}

const faultMilliseconds = 60_000;
const mostFaults = 20_000;

export function createSingleFlight(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  { store, runBatch, ...limits }: SingleFlightParts,
): SingleFlight {
  const flights = new Map<string, Flight>();
  const batchOf = new Map<Flight, { flights: Flight[]; controller: AbortController }>();
  const underWay = new Set<Promise<unknown>>();
  const faults = createRecentMap<{ because: UnusableBecause; until: number }>(mostFaults);
  let hasSwept = false;

  const queue = createQueue<Flight>({
    ...limits,
    run: (batch) => track(run(batch)),
    refuse: (flight) => land(flight, { kind: 'unanswered', because: 'no-room' }),
  });
  const watch = watchElsewhere(deps, {
    onLanded(flight, attempt) {
      if (attempt.kind === 'made' && !flight.isForgotten) store.remember(attempt.kept, flight.sentence.space);
      land(flight, attempt);
    },
    onFree: (flight) => queue.add(flight),
  });

  async function run(batch: Flight[]): Promise<void> {
    sweepOnce();
    const controller = new AbortController();
    for (const flight of batch) batchOf.set(flight, { flights: batch, controller });
    const landed = await runBatch(batch, controller.signal);
    for (const flight of batch) {
      batchOf.delete(flight);
      const attempt = landed.get(flight);
      if (attempt) land(flight, attempt);
      else if (flight.waiters > 0) watch.add(flight);
      else land(flight, { kind: 'unanswered', because: 'aborted' });
    }
  }

  function land(flight: Flight, attempt: Attempt): void {
    if (attempt.kind === 'unusable')
      faults.set(flight.key, { because: attempt.because, until: deps.clock.now() + faultMilliseconds });
    if (flights.get(flight.key) === flight) flights.delete(flight.key);
    flight.finish(attempt);
  }

  function start(line: EngineLine, sentence: Sentence, asking: Asking): Flight {
    const flight = createFlight(line, sentence, asking);
    flights.set(flight.key, flight);
    void track(flight.done);
    queue.add(flight);
    return flight;
  }

  function join(flight: Flight, { urgency, askedBy }: Asking): void {
    flight.waiters += 1;
    if (!isMoreUrgent(urgency, flight.urgency)) return;
    flight.urgency = urgency;
    flight.askedBy = askedBy;
    queue.promote(flight);
  }

  function leave(flight: Flight): void {
    flight.waiters -= 1;
    if (flight.waiters > 0) return;
    const call = batchOf.get(flight);
    if (!call) {
      queue.drop(flight);
      watch.drop(flight);
      land(flight, { kind: 'unanswered', because: 'aborted' });
    } else if (call.flights.every(({ waiters }) => waiters === 0)) {
      // Who asks again from now on starts anew: this call is lost.
      for (const abandoned of call.flights) if (flights.get(abandoned.key) === abandoned) flights.delete(abandoned.key);
      call.controller.abort();
    }
  }

  function track<T>(promise: Promise<T>): Promise<T> {
    underWay.add(promise);
    return promise.finally(() => underWay.delete(promise));
  }

  function sweepOnce(): void {
    if (hasSwept) return;
    hasSwept = true;
    void track(deleteOverdueLeases(deps.db).catch((error) => deps.log.warn({ err: error }, 'old leases stay')));
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  return {
    async ask(line, sentence, asking) {
      const key = keyOf(sentence, line);
      const kept = store.peek(key);
      if (kept) return { kind: 'made', kept, isFresh: false };
      const flight = flights.get(key) ?? start(line, sentence, asking);
      join(flight, asking);
      return waitFor(flight.done, asking.signal, () => leave(flight));
    },
    isUnderWay: (line, sentence) => flights.has(keyOf(sentence, line)),
    lastFault(line, sentence) {
      const fault = faults.get(keyOf(sentence, line));
      return fault && deps.clock.now() < fault.until ? fault.because : undefined;
    },
    forget(space) {
      const concerned = [...flights.values()].filter((flight) => flight.sentence.space === space);
      for (const flight of concerned) flight.isForgotten = true;
      return concerned.map(({ done }) => done);
    },
    queue,
    settle,
    async stop() {
      queue.stop();
      watch.stop();
      for (const { controller } of new Set(batchOf.values())) controller.abort();
      await settle();
    },
  };
}

async function waitFor(done: Promise<Attempt>, signal: AbortSignal | undefined, leave: () => void): Promise<Attempt> {
  if (!signal) return done;
  const { promise: left, reject } = Promise.withResolvers<never>();
  const abort = () => {
    // First: with nobody left, the flight lands where it stands, and the one who left is not told.
    reject(signal.reason);
    leave();
  };
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([done, left]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
