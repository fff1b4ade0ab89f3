import type { Queryable } from '../platform/db/database.ts';

export function selectNotePools(db: Queryable, noteIds: readonly string[]) {
  return db
    .selectFrom('note_pool')
    .selectAll()
    .where('note_id', 'in', [...noteIds])
    .execute();
}

export type NotePoolRow = Awaited<ReturnType<typeof selectNotePools>>[number];

/** What a note can go through is bounded by the ladder; a note that keeps being opened anew is cut at the newest steps. */
const mostSteps = 100;

export async function selectPoolSteps(db: Queryable, noteId: string) {
  const rows = await db
    .selectFrom('note_pool_step')
    .selectAll()
    .where('note_id', '=', noteId)
    .orderBy('position', 'desc')
    .limit(mostSteps)
    .execute();
  return rows.reverse();
}

export type PoolStepRow = Awaited<ReturnType<typeof selectPoolSteps>>[number];
