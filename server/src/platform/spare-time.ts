import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { PagesUnderWay } from './pages-under-way.ts';

/** One line for everything that takes the processor and can wait: a little of it at a time, while no page is under way. */
export interface SpareTime {
  /** Takes the step for each item, in order, in turns with everyone else in the line. Rejects with what a step throws. */
  each<T, R>(items: readonly T[], step: (item: T) => R): Promise<R[]>;
}

interface Limits {
  /** What a page that arrives meanwhile may have to wait; one step may take longer. */
  sliceMilliseconds: number;
  /** Even where pages never end, the line moves on after this. */
  patienceMilliseconds: number;
}

const defaultLimits: Limits = { sliceMilliseconds: 2, patienceMilliseconds: 10 };

/** @returns whether there is more to do */
type Work = () => boolean;

export function createSpareTime(
  { isQuiet }: Pick<PagesUnderWay, 'isQuiet'>,
  { sliceMilliseconds, patienceMilliseconds }: Limits = defaultLimits,
): SpareTime {
  const line: Work[] = [];
  let isMoving = false;

  async function move(): Promise<void> {
    isMoving = true;
    while (line.length > 0) {
      await nextTurn();
      await untilQuiet();
      takeSlice();
    }
    isMoving = false;
  }

  async function untilQuiet(): Promise<void> {
    for (const since = performance.now(); !isQuiet() && performance.now() - since < patienceMilliseconds; )
      await delay(1);
  }

  function takeSlice(): void {
    const since = performance.now();
    do {
      const work = line.shift();
      if (work?.()) line.push(work);
    } while (line.length > 0 && performance.now() - since < sliceMilliseconds);
  }

  return {
    each<T, R>(items: readonly T[], step: (item: T) => R): Promise<R[]> {
      const { promise, resolve, reject } = Promise.withResolvers<R[]>();
      const open = items.values();
      const done: R[] = [];
      const work = () => {
        try {
          const next = open.next();
          if (!next.done) done.push(step(next.value));
          if (done.length < items.length) return true;
          resolve(done);
        } catch (cause) {
          reject(cause);
        }
        return false;
      };
      line.push(work);
      if (!isMoving) void move();
      return promise;
    },
  };
}
