import type { Deps } from '../../platform/deps.ts';
import {
  type EngineAnswer,
  type EngineBatch,
  EngineFailure,
  type EngineHealth,
  type TranslationEngine,
} from '../engines/port.ts';
import { type Breaker, type BreakerState, createBreaker, type Pass } from './breaker.ts';
import { type Budget, isUnbilled } from './budget.ts';
import { callWithin } from './call-within.ts';

/** An engine with what keeps it from being asked too much. */
export interface EngineLine {
  engine: TranslationEngine;
  breaker: Breaker;
  /** Calls at the same time. */
  slots: number;
  /** A call that takes longer is given up; a lease on its sentences lives a little longer. */
  limitMilliseconds: number;
}

export interface EngineReport extends EngineHealth {
  id: string;
  name: string;
  breaker: BreakerState;
  /** Milliseconds since the epoch. */
  retryAt: number | undefined;
  isLocal: boolean;
  isPaid: boolean;
}

export interface Router {
  /** Engines that serve a pair, preferred one first, also those that are resting: their cached sentences count. */
  linesFor(from: string, to: string): EngineLine[];
  /** A quick local engine to show something while the preferred one is slow. */
  quickLineFor(from: string, to: string): EngineLine | undefined;
  /** Why nobody can be asked for anything at the moment; undefined where somebody can, or there is no engine at all. */
  restsBecause(): 'budget' | 'failed' | undefined;
  /** @throws EngineFailure; of kind `quota` also when the house's own budget is spent */
  call(line: EngineLine, batch: EngineBatch, signal: AbortSignal): Promise<EngineAnswer[]>;
  report(): EngineReport[];
}

/** An answer that takes longer than this is worth showing a lesser text first. */
const slowMilliseconds = 1_000;
const remoteSlots = 4;
/** The second batch waits inside the engine while the first is stored, so that it never stands idle. */
const localSlots = 2;

/** @param engines preferred one first */
export function createRouter(
  { clock, metrics, log }: Pick<Deps, 'clock' | 'metrics' | 'log'>,
  { engines, budget }: { engines: readonly TranslationEngine[]; budget: Budget },
): Router {
  const lines = engines.map((engine): EngineLine => {
    const { isLocal, deadlineMilliseconds } = engine.capabilities();
    const slots = isLocal ? localSlots : remoteSlots;
    const limitMilliseconds = isLocal ? deadlineMilliseconds * slots : deadlineMilliseconds;
    return { engine, breaker: createBreaker(clock), slots, limitMilliseconds };
  });

  async function callAndCount(line: EngineLine, batch: EngineBatch, signal: AbortSignal): Promise<EngineAnswer[]> {
    const end = metrics.translationSeconds.startTimer({ engine: line.engine.id });
    try {
      const answers = await callWithin(line.engine, batch, { signal, limitMilliseconds: line.limitMilliseconds });
      end({ outcome: 'answered' });
      return answers;
    } catch (cause) {
      const failure = asFailure(cause);
      end({ outcome: failure.kind });
      if (failure.kind !== 'aborted') log.warn({ err: failure, engine: line.engine.id }, 'translation engine failed');
      throw failure;
    }
  }

  async function callForPass(line: EngineLine, pass: Pass, batch: EngineBatch, signal: AbortSignal) {
    const reservation = await reserve(line.engine, budget, batch).catch((cause) => {
      pass.leave();
      throw cause;
    });
    try {
      const answers = await callAndCount(line, batch, signal);
      pass.succeed();
      return answers;
    } catch (cause) {
      const failure = asFailure(cause);
      if (saysNothing(failure)) pass.leave();
      else pass.fail(failure);
      if (isUnbilled(failure.kind)) await reservation?.giveBack();
      throw failure;
    }
  }

  const linesFor = (from: string, to: string) =>
    lines.filter(({ engine }) => engine.health().state !== 'off' && engine.supports(from, to));

  return {
    linesFor,
    quickLineFor(from, to) {
      const [preferred, ...others] = linesFor(from, to);
      if (!preferred || preferred.engine.capabilities().typicalMilliseconds <= slowMilliseconds) return undefined;
      return others.find(({ engine, breaker }) => {
        const { isLocal, typicalMilliseconds } = engine.capabilities();
        return isLocal && typicalMilliseconds <= slowMilliseconds && !breaker.isShut();
      });
    },
    restsBecause() {
      const working = lines.filter(({ engine }) => engine.health().state !== 'off');
      if (working.length === 0 || !working.every(({ breaker }) => breaker.isShut())) return undefined;
      return working.some(({ breaker }) => breaker.shutBy === 'quota') ? 'budget' : 'failed';
    },
    async call(line, batch, signal) {
      const pass = line.breaker.enter();
      if (!pass) throw resting(line);
      return callForPass(line, pass, batch, signal);
    },
    report: () =>
      lines.map(({ engine, breaker }) => {
        const { isLocal, isPaid } = engine.capabilities();
        const { id, name } = engine;
        return { ...engine.health(), id, name, breaker: breaker.state, retryAt: breaker.retryAt, isLocal, isPaid };
      }),
  };
}

/** Engines for a sentence: what could give orders goes first to those that take none. */
export function linesOf(
  router: Pick<Router, 'linesFor'>,
  { from, to, isSuspect }: { from: string; to: string; isSuspect: boolean },
): EngineLine[] {
  const lines = router.linesFor(from, to);
  return isSuspect ? lines.toSorted((a, b) => Number(takesOrders(a)) - Number(takesOrders(b))) : lines;
}

function takesOrders({ engine }: EngineLine): boolean {
  return engine.capabilities().takesOrders;
}

async function reserve(engine: TranslationEngine, budget: Budget, batch: EngineBatch) {
  if (!engine.capabilities().isPaid) return undefined;
  const characters = batch.segments.reduce((sum, { masked }) => sum + masked.length, 0);
  const reservation = await budget.reserve(engine.id, characters);
  if (!reservation) throw new EngineFailure('quota', `The day's budget of ${engine.name} is spent`);
  return reservation;
}

function resting({ engine, breaker }: EngineLine): EngineFailure {
  return new EngineFailure(breaker.shutBy === 'quota' ? 'quota' : 'unavailable', `${engine.name} rests after failures`);
}

/** Who left early, or asked for a pair that is not served, says nothing about the engine. */
function saysNothing({ kind }: EngineFailure): boolean {
  return kind === 'aborted' || kind === 'unsupported-pair';
}

function asFailure(cause: unknown): EngineFailure {
  return cause instanceof EngineFailure ? cause : new EngineFailure('unavailable', 'The engine broke', { cause });
}
