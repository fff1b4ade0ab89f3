import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long enough that most work is never interrupted, short enough that nobody else feels it. */
const defaultMilliseconds = 10;

/**
 * For work in many steps on one turn of the event loop: awaited between two of them, it lets others have theirs as soon as this
 * work has taken its time.
 */
export function createBreather(milliseconds = defaultMilliseconds): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < milliseconds) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
