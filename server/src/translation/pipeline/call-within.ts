import { type EngineAnswer, type EngineBatch, EngineFailure, type TranslationEngine } from '../engines/port.ts';

/**
 * Asks an engine and goes on without it when it takes too long or nobody waits any more, whether it listens or not.
 * @throws EngineFailure `timeout` or `aborted`, and what the engine throws
 */
export async function callWithin(
  engine: TranslationEngine,
  batch: EngineBatch,
  { signal, limitMilliseconds }: { signal: AbortSignal; limitMilliseconds: number },
): Promise<EngineAnswer[]> {
  if (signal.aborted) throw new EngineFailure('aborted', 'Nobody waits any more');
  const stop = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const giveUp = (failure: EngineFailure) => {
    reject(failure);
    stop.abort(failure);
  };
  const leave = () => giveUp(new EngineFailure('aborted', 'Nobody waits any more'));
  const timer = setTimeout(
    () => giveUp(new EngineFailure('timeout', `${engine.name} took too long`)),
    limitMilliseconds,
  );
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([engine.translate(batch, stop.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', leave);
  }
}
