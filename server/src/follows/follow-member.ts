import { Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { deleteFollows, insertFollow, lockPair, selectBlocksBetween } from './follows.sql.ts';
import { getOther, type RelationView, relationView } from './relation.ts';

export async function followMember(
  deps: Pick<Deps, 'db' | 'clock' | 'events'>,
  readers: Readers,
  { memberId }: Actor,
  handle: string,
): Promise<RelationView> {
  const other = await getOther(readers, { memberId }, handle);
  if (!other.isActive) throw new Problem('not-found');
  const isNew = await inTransaction(deps.db, async (tx) => {
    await lockPair(tx, memberId, other.id);
    refuseBlocked(await selectBlocksBetween(tx, memberId, other.id), memberId);
    const isAdded = await insertFollow(tx, memberId, other.id, dateOf(deps.clock));
    if (isAdded) await deps.events.emit(tx, 'member.followed', { memberId: other.id, by: memberId });
    return isAdded;
  });
  if (isNew) deps.events.wake();
  return relationView(deps, readers, memberId, other);
}

export async function unfollowMember(
  deps: Pick<Deps, 'db'>,
  readers: Readers,
  { memberId }: Actor,
  handle: string,
): Promise<RelationView> {
  const other = await getOther(readers, { memberId }, handle);
  await inTransaction(deps.db, async (tx) => {
    await lockPair(tx, memberId, other.id);
    await deleteFollows(tx, [[memberId, other.id]]);
  });
  return relationView(deps, readers, memberId, other);
}

/** Whoever is blocked does not learn that the other is here; whoever blocks must lift it first. */
function refuseBlocked(blockers: readonly string[], memberId: string): void {
  if (blockers.includes(memberId)) {
    throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/params/handle', message: 'blocked' }] });
  }
  if (blockers.length > 0) throw new Problem('not-found');
}
