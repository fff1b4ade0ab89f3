import { type MemberId, Problem } from '@teahouse/contract';
import { type MemberRelations, noRelations } from '../follows/index.ts';
import type { Actor } from '../http/context.ts';
import type { MemberDeps } from './member-deps.ts';

export interface ShownMember {
  id: MemberId;
  relations: MemberRelations;
}

/**
 * The member behind a handle, if this viewer may know of them: unknown are the deleted, for all but staff the suspended, and those
 * who block the viewer (unless the block is mutual: then the viewer's own must remain liftable).
 */
export async function findShownMember(
  { readers }: Pick<MemberDeps, 'readers'>,
  handle: string,
  actor: Actor | undefined,
): Promise<ShownMember> {
  const member = await readers.members.findByHandle(handle);
  if (!member) throw new Problem('not-found');
  if (member.state === 'suspended' && (!actor || actor.role === 'member')) throw new Problem('not-found');
  const relations = actor ? await readers.relations.of(actor.memberId) : noRelations;
  if (relations.blocked.has(member.id) && !relations.blocks.has(member.id)) throw new Problem('not-found');
  return { id: member.id, relations };
}
