import {
  type EngineAnswer,
  type EngineBatch,
  type EngineCapabilities,
  EngineFailure,
  type EngineHealth,
  type EngineSegment,
  type TranslationEngine,
} from './port.ts';

/** Where a remote engine listens and how patient we are. */
export interface RemoteEngineOptions {
  url: string;
  key?: string;
  /** As readers see it. */
  name?: string;
  deadlineMilliseconds?: number;
  stallMilliseconds?: number;
}

export interface RemoteLineOptions {
  capabilities: EngineCapabilities;
  supports: (from: string, to: string) => boolean;
  /** One call: never empty, never above `batchMax`, no sentence above `sentenceMax`. */
  ask: (batch: EngineBatch, signal: AbortSignal) => Promise<EngineAnswer[]>;
}

/** What every engine behind HTTP does alike: refuses what it cannot do, keeps its health, stops when closed. */
export function openRemoteLine(
  options: RemoteLineOptions,
): Pick<TranslationEngine, 'capabilities' | 'supports' | 'translate' | 'health' | 'close'> {
  const { capabilities, supports } = options;
  const closing = new AbortController();
  let health: EngineHealth = { state: 'ready' };
  return {
    capabilities: () => capabilities,
    supports,
    async translate(batch, signal) {
      if (!supports(batch.from, batch.to))
        throw new EngineFailure('unsupported-pair', `No translation from ${batch.from} to ${batch.to}`);
      try {
        const answers = await askInParts(options, batch, AbortSignal.any([signal, closing.signal]));
        if (!closing.signal.aborted && answers.some((answer) => 'text' in answer)) health = { state: 'ready' };
        return answers;
      } catch (cause) {
        const failure = asFailure(cause);
        if (!closing.signal.aborted) health = healthAfter(health, failure);
        throw failure;
      }
    },
    health: () => health,
    async close() {
      closing.abort();
      health = { state: 'off' };
    },
  };
}

/** One part after the other: a batch above `batchMax` is the caller's choice of patience, not of load. */
async function askInParts(
  options: RemoteLineOptions,
  batch: EngineBatch,
  signal: AbortSignal,
): Promise<EngineAnswer[]> {
  const { batchMax, sentenceMax } = options.capabilities;
  const askable = batch.segments.filter((segment) => segment.masked.length <= sentenceMax);
  const answers = new Map<string, EngineAnswer>();
  for (const segments of partsOf(askable, batchMax)) {
    if (signal.aborted) throw new EngineFailure('aborted', 'The asker left');
    for (const answer of await options.ask({ ...batch, segments }, signal)) answers.set(answer.id, answer);
  }
  return batch.segments.map(({ id }) => answers.get(id) ?? { id, problem: 'missing' });
}

function partsOf(segments: readonly EngineSegment[], size: number): EngineSegment[][] {
  return Array.from({ length: Math.ceil(segments.length / size) }, (_, part) =>
    segments.slice(part * size, (part + 1) * size),
  );
}

function asFailure(cause: unknown): EngineFailure {
  return cause instanceof EngineFailure
    ? cause
    : new EngineFailure('bad-answer', 'The answer could not be read', { cause });
}

/** Who left early or asked for a pair that is not served says nothing about the engine. */
function healthAfter(before: EngineHealth, failure: EngineFailure): EngineHealth {
  if (failure.kind === 'aborted' || failure.kind === 'unsupported-pair') return before;
  return { state: 'failing', detail: failure.message };
}

/** Texts sent to this machine's own address stay on it. */
export function isOnThisMachine(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

export function withoutTrailingSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
