import { type Columns, column } from '../memory/columns.ts';

/** Latest time of a fact in ms, facts applied, and the interval in which deadlines were last looked at. */
export const clockColumns = { trafficClock: column('f64', 3) } as const;

/** A fact from beyond the year 2096 says nothing about time: seconds in columns have 32 bits. */
const LATEST = 4_000_000_000_000;

const INTERVAL_MS = 300_000;

/** Time as the log of facts tells it: never backwards, never beyond reason. */
export interface FactClock {
  readonly now: number;
  readonly facts: number;
  /** The time at which a fact is taken to have happened, in ms. */
  advance(at: number): number;
  /** True once in every five minutes, as often as controllers look at the house (docs: engine, "Culture balance"). */
  isNewInterval(): boolean;
}

export function openFactClock({ trafficClock: clock }: Columns<typeof clockColumns>): FactClock {
  return {
    get now() {
      return clock[0] as number;
    },
    get facts() {
      return clock[1] as number;
    },
    advance(at) {
      clock[1] = (clock[1] as number) + 1;
      if (at > (clock[0] as number) && at <= LATEST) clock[0] = Math.floor(at);
      return clock[0] as number;
    },
    isNewInterval() {
      const interval = Math.floor((clock[0] as number) / INTERVAL_MS);
      if (interval === clock[2]) return false;
      clock[2] = interval;
      return true;
    },
  };
}
