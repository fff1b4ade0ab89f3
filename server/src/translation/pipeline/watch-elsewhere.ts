import type { Deps } from '../../platform/deps.ts';
import type { Attempt } from './attempt.ts';
import type { Flight } from './flight.ts';
import { selectLeased } from './leases.sql.ts';

/** Waits for sentences that another process of the house is having translated. */
export interface Watch {
  add(flight: Flight): void;
  drop(flight: Flight): void;
  stop(): void;
}

interface WatchOptions {
  onLanded: (flight: Flight, attempt: Attempt) => void;
  /** Its holder gave it back, or is overdue. */
  onFree: (flight: Flight) => void;
}

const firstPauseMilliseconds = 50;
const longestPauseMilliseconds = 250;

export function watchElsewhere({ db, log }: Pick<Deps, 'db' | 'log'>, { onLanded, onFree }: WatchOptions): Watch {
  const flights = new Map<string, Flight>();
  let timer: NodeJS.Timeout | undefined;
  let pause = firstPauseMilliseconds;

  function schedule(): void {
    if (timer || flights.size === 0) return;
    timer = setTimeout(() => void look(), pause);
    pause = Math.min(pause * 1.5, longestPauseMilliseconds);
  }

  async function look(): Promise<void> {
    try {
      for (const { key, sentence, isLeased } of await selectLeased(db, [...flights.keys()])) {
        const flight = flights.get(key);
        if (!flight || (!sentence && isLeased)) continue;
        flights.delete(key);
        if (sentence) onLanded(flight, { kind: 'made', kept: sentence, isFresh: false });
        else onFree(flight);
      }
    } catch (error) {
      log.error({ err: error }, 'waiting for another process failed');
      giveUp();
    } finally {
      timer = undefined;
      schedule();
    }
  }

  function giveUp(): void {
    for (const flight of flights.values()) onLanded(flight, { kind: 'unanswered', because: 'unavailable' });
    flights.clear();
  }

  return {
    add(flight) {
      flights.set(flight.key, flight);
      pause = firstPauseMilliseconds;
      schedule();
    },
    drop: (flight) => void flights.delete(flight.key),
    stop() {
      clearTimeout(timer);
      giveUp();
    },
  };
}
