import type { Deps } from '../../platform/deps.ts';
import { addToHours, type HourCounts } from './tally.sql.ts';

/** One text that a reader wanted: was it there already, was it made, or did it fail. */
export interface TextTold {
  outcome: 'cached' | 'made' | 'failed';
  from: string;
  to: string;
  /** Id of the engine, `memory`, or `none`. */
  engine: string;
  /** Sent to engines for it. */
  characters?: number;
  milliseconds?: number;
}

/** Counts texts in memory and adds them to the hour's row now and then: a row per text would cost more than the text. */
export interface Tally {
  tell(text: TextTold): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const flushMilliseconds = 5_000;
const hourMilliseconds = 3_600_000;

export function createTally({ db, clock, log, metrics }: Pick<Deps, 'db' | 'clock' | 'log' | 'metrics'>): Tally {
  let counts = new Map<string, HourCounts>();
  let flushing = Promise.resolve();

  function rowFor({ from, to, engine }: TextTold): HourCounts {
    const hour = new Date(Math.floor(clock.now() / hourMilliseconds) * hourMilliseconds);
    const key = `${hour.getTime()} ${from} ${to} ${engine}`;
    const row = counts.get(key) ?? emptyRow(hour, from, to, engine);
    counts.set(key, row);
    return row;
  }

  async function write(): Promise<void> {
    const rows = [...counts.values()];
    counts = new Map();
    if (rows.length === 0) return;
    await addToHours(db, rows).catch((error) => log.error({ err: error }, 'translation counts were lost'));
  }

  function flush(): Promise<void> {
    flushing = flushing.then(write);
    return flushing;
  }

  const timer = setInterval(() => void flush(), flushMilliseconds);
  timer.unref();

  return {
    tell(text) {
      metrics.translations.inc({ engine: text.engine, outcome: text.outcome });
      const row = rowFor(text);
      row.asked += 1;
      row[text.outcome] += 1;
      row.characters += text.characters ?? 0;
      row.milliseconds += Math.round(text.milliseconds ?? 0);
    },
    flush,
    stop() {
      clearInterval(timer);
      return flush();
    },
  };
}

function emptyRow(hour: Date, from: string, to: string, engine: string): HourCounts {
  return { hour, from, to, engine, asked: 0, cached: 0, made: 0, failed: 0, characters: 0, milliseconds: 0 };
}
