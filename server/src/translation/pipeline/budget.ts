import type { Deps } from '../../platform/deps.ts';
import type { EngineFailureKind } from '../engines/port.ts';
import { reserveCharacters, returnCharacters, selectSpend } from './budget.sql.ts';

/** Characters already taken off the day's budget for a call that is about to be made. */
export interface Reservation {
  /** The call was refused before anything was translated: it cost nothing. */
  giveBack(): Promise<void>;
}

/** What paid engines may translate in a day (UTC), together in all processes of the house. */
export interface Budget {
  /** Before the call; undefined when the day's rest is too small. */
  reserve(engine: string, characters: number): Promise<Reservation | undefined>;
  /** Characters of today by engine. */
  spentToday(): Promise<Map<string, number>>;
}

export function createBudget({ db, clock }: Pick<Deps, 'db' | 'clock'>, charactersPerDay: number): Budget {
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);
  return {
    async reserve(engine, characters) {
      const spent = { day: today(), engine, characters };
      if (!(await reserveCharacters(db, { ...spent, limit: charactersPerDay }))) return undefined;
      return { giveBack: () => returnCharacters(db, spent) };
    },
    spentToday: () => selectSpend(db, today()),
  };
}

/** Engines do not bill what they turned away; an answer that came late or broken may well be billed. */
export function isUnbilled(kind: EngineFailureKind): boolean {
  return kind === 'unavailable' || kind === 'rate-limited' || kind === 'quota' || kind === 'unsupported-pair';
}
