import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { ModelFolder } from './model-folder.ts';
import { type ModelPair, pairName } from './model-pair.ts';
import { PullFailure, type PullFailureKind } from './pull-failure.ts';
import { type PullSettings, pullModel } from './pull-model.ts';
import { listRegistry } from './registry.ts';
import type { RegistrySource } from './registry-source.ts';

/** One pull as the operator's page shows it. */
export interface PullView extends ModelPair {
  state: 'queued' | 'downloading' | 'checking' | 'ready' | 'failed';
  receivedBytes: number;
  totalBytes: number;
  problem?: { kind: PullFailureKind; detail: string };
}

export interface ModelPulls {
  /** Queues a pull; one that waits or runs already is left as it is. */
  start(pair: ModelPair): PullView;
  /** Stops a pull and takes it off the list. What has come stays, so that the next one goes on from there. */
  cancel(pair: ModelPair): void;
  list(): PullView[];
  /** Waits until nothing is queued or running. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface ModelPullsDeps extends Pick<PullSettings, 'dataDir' | 'smoke' | 'allowed' | 'patience' | 'freeSpace'> {
  source: RegistrySource;
  folder: Pick<ModelFolder, 'refresh'>;
  clock: Clock;
  log: Log;
}

interface Pull {
  pair: ModelPair;
  view: PullView;
  stop: AbortController;
}

/** Fetches models in the background, one after the other: they share one line, and the first is of use the sooner. */
export function createModelPulls(deps: ModelPullsDeps): ModelPulls {
  const pulls = new Map<string, Pull>();
  let last: Promise<void> = Promise.resolve();

  function start(pair: ModelPair): PullView {
    const present = pulls.get(pairName(pair));
    if (present && isUnderWay(present.view)) return present.view;
    const view: PullView = { ...pair, state: 'queued', receivedBytes: 0, totalBytes: 0 };
    const pull = { pair, view, stop: new AbortController() };
    pulls.set(pairName(pair), pull);
    last = last.then(() => runPull(deps, pull));
    return view;
  }

  function cancel(pair: ModelPair): void {
    pulls.get(pairName(pair))?.stop.abort();
    pulls.delete(pairName(pair));
  }

  return {
    start: (pair) => ({ ...start(pair) }),
    cancel,
    list: () => Array.from(pulls.values(), ({ view }) => ({ ...view })),
    settled: () => last,
    async close() {
      for (const { stop } of pulls.values()) stop.abort();
      await last;
    },
  };
}

async function runPull(deps: ModelPullsDeps, { pair, view, stop: { signal } }: Pull): Promise<void> {
  try {
    if (signal.aborted) throw new PullFailure('aborted', 'The pull was stopped.');
    view.state = 'downloading';
    const registry = await listRegistry(deps.source, signal);
    await pullModel(registry, pair, { ...deps, signal, onProgress: (progress) => Object.assign(view, progress) });
    view.state = 'ready';
    deps.folder.refresh();
  } catch (error) {
    view.state = 'failed';
    view.problem = problemOf(error);
    if (!signal.aborted)
      deps.log.info({ err: error, pair: pairName(pair) }, 'a translation model could not be fetched');
  }
}

function problemOf(error: unknown): NonNullable<PullView['problem']> {
  if (error instanceof PullFailure) return { kind: error.kind, detail: error.message };
  return { kind: 'unwritable', detail: 'The models folder could not be read or written.' };
}

function isUnderWay({ state }: PullView): boolean {
  return state !== 'ready' && state !== 'failed';
}
