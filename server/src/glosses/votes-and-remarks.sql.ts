import { type Selectable, sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';
import type { GlossRemarkTable } from '../platform/db/schema/glosses.ts';

export type RemarkRow = Selectable<GlossRemarkTable>;

/** A page shows no more, and whoever reads them all has read enough. */
const mostRemarks = 100;

export async function putVote(
  tx: Tx,
  { glossId, memberId, vote, at }: { glossId: string; memberId: string; vote: 'up' | 'down'; at: Date },
): Promise<void> {
  await tx
    .insertInto('gloss_vote')
    .values({ gloss_id: glossId, member_id: memberId, vote, at })
    .onConflict((conflict) => conflict.columns(['gloss_id', 'member_id']).doUpdateSet({ vote, at }))
    .execute();
}

export async function deleteVote(tx: Tx, glossId: string, memberId: string): Promise<void> {
  await tx.deleteFrom('gloss_vote').where('gloss_id', '=', glossId).where('member_id', '=', memberId).execute();
}

export async function deleteVotes(tx: Tx, glossId: string): Promise<void> {
  await tx.deleteFrom('gloss_vote').where('gloss_id', '=', glossId).execute();
}

/** Makes the counters of a term equal to their rows; the caller holds its lock. */
export async function countVotes(tx: Tx, glossId: string): Promise<{ up: number; down: number }> {
  const { rows } = await sql<{ up: number; down: number }>`
    update gloss set up_votes = given.up, down_votes = given.down
    from (
      select count(*) filter (where vote = 'up') as up, count(*) filter (where vote = 'down') as down
      from gloss_vote where gloss_id = ${glossId}
    ) as given
    where id = ${glossId} returning up_votes as up, down_votes as down`.execute(tx);
  return rows[0] ?? { up: 0, down: 0 };
}

/** @returns false when this very remark is there already */
export async function insertRemark(tx: Tx, row: RemarkRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('gloss_remark')
    .values(row)
    .onConflict((conflict) => conflict.columns(['gloss_id', 'id']).doNothing())
    .returning('id')
    .execute();
  return inserted.length > 0;
}

export async function countRemark(tx: Tx, glossId: string): Promise<void> {
  await tx
    .updateTable('gloss')
    .set((eb) => ({ remarks: eb('remarks', '+', 1) }))
    .where('id', '=', glossId)
    .execute();
}

/** The newest ones, oldest first. */
export async function selectRemarks(db: Queryable, glossId: string): Promise<RemarkRow[]> {
  const newest = await db
    .selectFrom('gloss_remark')
    .selectAll()
    .where('gloss_id', '=', glossId)
    .orderBy('id', 'desc')
    .limit(mostRemarks)
    .execute();
  return newest.reverse();
}
