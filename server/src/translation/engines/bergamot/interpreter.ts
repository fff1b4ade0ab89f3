import type { Log } from '../../../platform/log.ts';
import { EngineFailure } from '../port.ts';
import { type EngineThread, startEngineThread, ThreadFailure } from './engine-thread.ts';
import type { FailingModels } from './failing-models.ts';
import type { BergamotLimits } from './limits.ts';
import type { InstalledModel, ModelStore } from './model-store.ts';
import type { ThreadRequest } from './protocol.ts';
import { modelKey, type Route } from './routes.ts';

export interface InterpreterGiven {
  models: ModelStore;
  failing: FailingModels;
  limits: BergamotLimits;
  log: Log;
  room: ModelRoom;
}

/** What one thread may hold at once; a route's own models always fit. */
export interface ModelRoom {
  models: number;
  bytes: number;
}

/** One thread and the models in its memory. Works on one call at a time. */
export interface Interpreter {
  holds(route: Route): boolean;
  /** Its first model is on the way. */
  isStarting(): boolean;
  /** Throws {@link EngineFailure}. */
  translate(route: Route, html: readonly string[], signal: AbortSignal): Promise<string[]>;
  close(): Promise<void>;
}

export function createInterpreter({ models, failing, limits, log, room }: InterpreterGiven): Interpreter {
  let thread: EngineThread | undefined;
  let isLoading = false;
  let isClosed = false;
  let idleTimer: NodeJS.Timeout | undefined;
  /** Bytes by model, least recently used first. */
  const loaded = new Map<string, number>();

  return {
    holds: (route) => route.every((model) => loaded.has(modelKey(model))),
    isStarting: () => isLoading && loaded.size === 0,
    async translate(route, html, signal) {
      clearTimeout(idleTimer);
      try {
        await loadRoute(route);
        return await translateSlices(route, html, signal);
      } catch (error) {
        throw asFailure(error);
      } finally {
        if (!isClosed) idleTimer = setTimeout(() => void end(), limits.idleMilliseconds).unref();
      }
    },
    async close() {
      isClosed = true;
      await end();
    },
  };

  /** What fails among other models may have found too little memory: it gets a fresh thread before it is judged. */
  async function loadRoute(route: Route): Promise<void> {
    await makeRoom(route);
    const isFresh = thread === undefined;
    for (const model of route) {
      const key = modelKey(model);
      if (!loaded.has(key)) {
        const failure = await load(model);
        if (failure && !isFresh) return loadRoute(route);
        if (failure) throw judge(model, failure);
      }
      loaded.delete(key);
      loaded.set(key, model.bytes);
    }
  }

  /**
   * Room is made before a model comes, so that there is never one too many in memory. Large models leave pieces too small
   * for the next (half a gigabyte after a few), so they go together with their thread.
   */
  async function makeRoom(route: Route): Promise<void> {
    const wanted = new Map(route.map((model) => [modelKey(model), model.bytes]));
    const installed = new Set(models.installed().map(modelKey));
    const together = () => new Map([...loaded, ...wanted]);
    if (bytesOf(together()) > room.bytes && [...wanted.keys()].some((key) => !loaded.has(key))) await end();
    for (const key of [...loaded.keys()]) {
      if (wanted.has(key) || (installed.has(key) && together().size <= room.models)) continue;
      await ask({ kind: 'unload', key }, limits.loadMilliseconds);
      loaded.delete(key);
    }
  }

  async function load(model: InstalledModel): Promise<ThreadFailure | undefined> {
    const files = await models.open(model);
    if (!files) throw new EngineFailure('unsupported-pair', `${model.from}-${model.to} is no longer installed`);
    const { lexicon, vocabularies } = files;
    isLoading = true;
    try {
      const request: ThreadRequest = {
        kind: 'load',
        key: modelKey(model),
        files: { model: files.model, lexicon, vocabularies },
        lengthFactor: limits.lengthFactor,
      };
      await ask(request, limits.loadMilliseconds);
      log.info({ from: model.from, to: model.to }, 'translation model loaded');
      return undefined;
    } catch (error) {
      if (isClosed || !(error instanceof ThreadFailure)) throw error;
      return error;
    } finally {
      isLoading = false;
    }
  }

  function judge(model: InstalledModel, failure: ThreadFailure): EngineFailure {
    const { from, to } = model;
    failing.mark(model, failure.message);
    log.error({ from, to, detail: failure.message }, 'translation model does not work');
    return new EngineFailure('unavailable', `${from}-${to}: ${failure.message}`, { cause: failure });
  }

  async function translateSlices(route: Route, html: readonly string[], signal: AbortSignal): Promise<string[]> {
    const startedAt = performance.now();
    const keys = route.map(modelKey);
    const translated: string[] = [];
    while (translated.length < html.length) {
      if (signal.aborted) throw new EngineFailure('aborted', 'the call was abandoned');
      const slice = html.slice(translated.length, translated.length + limits.sliceMax);
      const left = limits.deadlineMilliseconds - (performance.now() - startedAt);
      translated.push(...(await ask({ kind: 'translate', keys, html: slice }, Math.max(1, Math.ceil(left)))));
    }
    return translated;
  }

  async function ask(request: ThreadRequest, milliseconds: number): Promise<readonly string[]> {
    if (isClosed) throw new EngineFailure('unavailable', 'the engine is closed');
    thread ??= startEngineThread();
    try {
      return await thread.ask(request, milliseconds);
    } catch (error) {
      thread = undefined;
      loaded.clear();
      throw error;
    }
  }

  async function end(): Promise<void> {
    clearTimeout(idleTimer);
    const ending = thread;
    thread = undefined;
    loaded.clear();
    await ending?.end();
  }
}

function bytesOf(held: ReadonlyMap<string, number>): number {
  return held.values().reduce((sum, one) => sum + one, 0);
}

function asFailure(error: unknown): Error {
  if (!(error instanceof ThreadFailure)) return error instanceof Error ? error : new Error(String(error));
  return new EngineFailure(error.kind === 'timeout' ? 'timeout' : 'unavailable', error.message, { cause: error });
}
