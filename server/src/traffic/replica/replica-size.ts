import type { EngineSize } from '@teahouse/engine';
import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** 86 MB when full; rows that are empty take no memory. */
export const leastSize: EngineSize = { notes: 20_000, members: 10_000 };
/** 4 GiB is the most that threads can share. */
const mostSize = { notes: 4_000_000, members: 1_000_000 };
/** A house may grow by half before its engine has to move. */
const spare = 1.5;

/** Room for the notes and members of the house, and for those to come. */
export async function sizeFor(db: Queryable, least: EngineSize): Promise<EngineSize> {
  const { rows } = await sql<{ notes: number; members: number }>`
    select (select count(*) from note where deleted_at is null and compliance = 'allowed') as notes,
      (select count(*) from member where state = 'active') as members`.execute(db);
  const { notes = 0, members = 0 } = rows[0] ?? {};
  return {
    ...least,
    notes: Math.min(mostSize.notes, Math.max(least.notes, Math.ceil(notes * spare))),
    members: Math.min(mostSize.members, Math.max(least.members, Math.ceil(members * spare))),
  };
}
