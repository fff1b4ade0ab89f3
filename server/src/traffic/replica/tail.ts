import { dayOf } from '../../platform/db/day-partitions.sql.ts';
import type { Deps } from '../../platform/deps.ts';
import { logDaysKept } from '../log/keep-log.ts';
import { selectLogAfter } from '../log/traffic-log.sql.ts';
import type { Thread } from './thread.ts';

/** Applies the log to one engine, row by row. */
export interface Tail {
  /** Last position that is applied. */
  readonly position: number;
  readonly facts: number;
  /** Every row of the engine's table of notes is taken: the next note takes the place of the oldest. */
  readonly isFull: boolean;
  /** Resolves when everything is applied that was committed before the call. */
  catchUp(): Promise<void>;
  /** Runs while nothing is applied. */
  between<T>(work: () => Promise<T>): Promise<T>;
}

const rowsAtOnce = 100;

export function createTail({ db, clock }: Pick<Deps, 'db' | 'clock'>, writer: Thread, start: number): Tail {
  let position = start;
  let applied = { facts: 0, isFull: false };
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  function between<T>(work: () => Promise<T>): Promise<T> {
    const next = last.catch(() => {}).then(work);
    last = next;
    return next;
  }

  async function applyAll(): Promise<void> {
    const sinceDay = dayOf(clock.now() - logDaysKept * 86_400_000);
    for (;;) {
      const rows = await selectLogAfter(db, position, sinceDay, rowsAtOnce);
      if (rows.length === 0) return;
      applied = await writer.ask('apply', { rows: rows.map((row) => ({ position: row.position, facts: row.facts })) });
      position = rows.at(-1)?.position ?? position;
      if (rows.length < rowsAtOnce) return;
    }
  }

  return {
    get position() {
      return position;
    },
    get facts() {
      return applied.facts;
    },
    get isFull() {
      return applied.isFull;
    },
    catchUp() {
      // Whoever asks while one runs gets the next, and shares it with all who ask meanwhile.
      waiting ??= between(() => {
        waiting = undefined;
        return applyAll();
      });
      return waiting;
    },
    between,
  };
}
