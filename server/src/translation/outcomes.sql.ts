import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface Outcome {
  from: string;
  to: string;
  /** As the translation says: the engine's name for readers; `memory` where people translated. */
  engine: string;
  at: Date;
}

const hourMilliseconds = 3_600_000;

/** Adds to the hour's row what became of a translation after it was made. */
export async function countOutcome(
  tx: Queryable,
  { from, to, engine, at }: Outcome,
  outcome: 'held' | 'reported' | 'good' | 'wrong',
): Promise<void> {
  const hour = new Date(Math.floor(at.getTime() / hourMilliseconds) * hourMilliseconds);
  const column = sql.ref(outcome);
  await sql`
    insert into translation_hour as told (hour, from_language, to_language, engine, ${column})
    values (${hour}, ${from}, ${to}, ${engine}, 1)
    on conflict (hour, from_language, to_language, engine) do update set ${column} = ${sql.ref(`told.${outcome}`)} + 1`.execute(
    tx,
  );
}
