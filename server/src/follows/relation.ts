import { type followRoutes, type MemberId, Problem, type ResponseOf } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { selectRelation } from './follows.sql.ts';

export type RelationView = ResponseOf<typeof followRoutes.follow>;

export interface Other {
  id: MemberId;
  handle: string;
}

/** The other member of a relation; deleted ones are unknown, and nobody relates to themselves. */
export async function getOther(
  { members }: Pick<Readers, 'members'>,
  actor: Pick<Actor, 'memberId'>,
  handle: string,
): Promise<Other & { isActive: boolean }> {
  const found = await members.findByHandle(handle);
  if (!found) throw new Problem('not-found');
  if (found.id === actor.memberId) {
    throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/params/handle', message: 'oneself' }] });
  }
  return { id: found.id, handle: found.handle, isActive: found.state === 'active' };
}

/** How the actor stands to the other now, after the caches have forgotten how they stood. */
export async function relationView(
  { db }: Pick<Deps, 'db'>,
  { relations }: Pick<Readers, 'relations'>,
  actorId: string,
  other: Other,
): Promise<RelationView> {
  relations.invalidate(actorId, other.id);
  const row = await selectRelation(db, actorId, other.id);
  return { handle: other.handle, ...row };
}
