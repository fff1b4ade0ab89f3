import { type Clock, systemClock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import {
  type EngineAnswer,
  type EngineBatch,
  EngineFailure,
  type EngineHealth,
  type EngineSegment,
  type TranslationEngine,
} from '../port.ts';
import { createCallLine } from './call-line.ts';
import { createFailingModels } from './failing-models.ts';
import { fromHtml, toHtml } from './html.ts';
import { createInterpreter } from './interpreter.ts';
import { type BergamotLimits, bergamotLimits } from './limits.ts';
import type { ModelStore } from './model-store.ts';
import { findRoute, type Route } from './routes.ts';

export interface BergamotGiven {
  models: ModelStore;
  log: Log;
  clock?: Clock;
  /** Threads; more than the free cores make none of them quicker. */
  workers?: number;
  limits?: Partial<BergamotLimits>;
}

/** Mozilla's models, run in a thread of this process: no text leaves the machine. */
export function createBergamotEngine(given: BergamotGiven): TranslationEngine {
  const { models, log, clock = systemClock, workers = 1 } = given;
  const limits = { ...bergamotLimits, ...given.limits };
  const failing = createFailingModels({ models, clock, forMilliseconds: limits.retryMilliseconds });
  const room = { models: limits.modelsMax / workers, bytes: limits.modelBytesMax / workers };
  const interpreters = Array.from({ length: workers }, () => createInterpreter({ models, failing, limits, log, room }));
  const line = createCallLine(interpreters, limits.waitingMax);
  let isClosed = false;

  return {
    id: 'bergamot',
    name: 'Bergamot',
    capabilities: () => ({
      batchMax: limits.batchMax,
      sentenceMax: limits.sentenceMax,
      takesContext: false,
      takesTerms: false,
      takesOrders: false,
      isLocal: true,
      isPaid: false,
      typicalMilliseconds: 60,
      deadlineMilliseconds: limits.deadlineMilliseconds,
    }),
    supports(from, to) {
      const route = findRoute(models.installed(), from, to);
      return route !== undefined && failing.find(route) === undefined;
    },
    model: (from, to) => modelName(findRoute(models.installed(), from, to)),
    async translate({ from, to, segments }, signal) {
      const { short, tooLong } = byLength(segments, limits.sentenceMax);
      const route = getRoute(from, to);
      const html =
        short.length === 0
          ? []
          : await line.translate(
              route,
              short.map(({ masked }) => toHtml(masked)),
              signal,
            );
      const answers = new Map(short.map((segment, at) => [segment, asAnswer(segment, html[at])]));
      for (const segment of tooLong) answers.set(segment, { id: segment.id, problem: 'refused' });
      return segments.flatMap((segment) => answers.get(segment) ?? []);
    },
    health,
    async close() {
      isClosed = true;
      await line.close();
    },
  };

  function getRoute(from: string, to: string): Route {
    if (isClosed) throw new EngineFailure('unavailable', 'the engine is closed');
    const route = findRoute(models.installed(), from, to);
    if (!route) throw new EngineFailure('unsupported-pair', `no model leads from ${from} to ${to}`);
    const problem = failing.find(route);
    if (problem) throw new EngineFailure('unavailable', problem);
    return route;
  }

  function health(): EngineHealth {
    const installed = models.installed().filter(({ state }) => state === 'ready');
    if (isClosed || installed.length === 0)
      return { state: 'off', detail: isClosed ? 'closed' : 'no models installed' };
    const problems = failing.list();
    const detail = problems.length > 0 ? { detail: problems.join('; ') } : {};
    if (problems.length >= installed.length) return { state: 'failing', ...detail };
    return { state: interpreters.some((one) => one.isStarting()) ? 'loading' : 'ready', ...detail };
  }
}

function byLength(segments: EngineBatch['segments'], sentenceMax: number) {
  const isShort = ({ masked }: EngineSegment) => masked.length <= sentenceMax;
  return { short: segments.filter(isShort), tooLong: segments.filter((segment) => !isShort(segment)) };
}

function modelName(route: Route | undefined): string {
  return route?.map(({ hash }) => hash.slice(0, 16)).join('+') ?? 'none';
}

function asAnswer({ id, masked }: EngineSegment, html: string | undefined): EngineAnswer {
  if (html === undefined) return { id, problem: 'missing' };
  const text = fromHtml(html, masked);
  if (text === undefined) return { id, problem: 'spans' };
  return text === '' ? { id, problem: 'missing' } : { id, text };
}
