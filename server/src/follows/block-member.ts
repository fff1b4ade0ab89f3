import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { deleteBlock, deleteFollows, insertBlock, lockPair } from './follows.sql.ts';
import { getOther, type RelationView, relationView } from './relation.ts';

/** Blocking ends following in both directions. */
export async function blockMember(
  deps: Pick<Deps, 'db' | 'clock'>,
  readers: Readers,
  { memberId }: Actor,
  handle: string,
): Promise<RelationView> {
  const other = await getOther(readers, { memberId }, handle);
  await inTransaction(deps.db, async (tx) => {
    await lockPair(tx, memberId, other.id);
    await insertBlock(tx, memberId, other.id, dateOf(deps.clock));
    await deleteFollows(tx, [
      [memberId, other.id],
      [other.id, memberId],
    ]);
  });
  return relationView(deps, readers, memberId, other);
}

export async function unblockMember(
  deps: Pick<Deps, 'db'>,
  readers: Readers,
  { memberId }: Actor,
  handle: string,
): Promise<RelationView> {
  const other = await getOther(readers, { memberId }, handle);
  await deleteBlock(deps.db, memberId, other.id);
  return relationView(deps, readers, memberId, other);
}
