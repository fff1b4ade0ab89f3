import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

/** Whose translation it is about. */
export interface OutcomeOf {
  from: string;
  to: string;
  /** Its name for readers; null where people translated. */
  engine: string | null;
  at: Date;
}

/** What became of it after it was made; a verdict taken back is one less. */
export interface Outcome {
  held?: number;
  reported?: number;
  good?: number;
  wrong?: number;
}

const hourMilliseconds = 3_600_000;

/** Adds to the hour's row. */
export async function countOutcome(
  tx: Queryable,
  { from, to, engine, at }: OutcomeOf,
  { held = 0, reported = 0, good = 0, wrong = 0 }: Outcome,
): Promise<void> {
  if ([held, reported, good, wrong].every((count) => count === 0)) return;
  const hour = new Date(Math.floor(at.getTime() / hourMilliseconds) * hourMilliseconds);
  await sql`
    insert into translation_hour as told (hour, from_language, to_language, engine, held, reported, good, wrong)
    values (${hour}, ${from}, ${to}, ${engine || 'memory'}, ${held}, ${reported}, ${good}, ${wrong})
    on conflict (hour, from_language, to_language, engine) do update set
      held = told.held + excluded.held, reported = told.reported + excluded.reported,
      good = told.good + excluded.good, wrong = told.wrong + excluded.wrong`.execute(tx);
}
