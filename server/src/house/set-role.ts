import { Problem, type Role } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import * as store from './house.sql.ts';
import type { HouseDeps } from './house-deps.ts';

/** Makes a member moderator or operator, or takes it back; the house keeps at least one operator. */
export async function setRole(
  deps: HouseDeps,
  handle: string,
  role: Role,
  actor: Actor,
): Promise<{ handle: string; role: Role }> {
  const found = await deps.readers.members.findByHandle(handle);
  if (!found) throw new Problem('not-found');
  const changed = await inTransaction(deps.db, async (tx) => {
    const operators = await store.lockOperators(tx);
    const member = await store.lockMember(tx, found.id);
    if (!member) throw new Problem('not-found');
    if (member.role === role) return { handle: member.handle, role };
    if (member.role === 'operator' && operators.length === 1)
      throw new Problem('conflict', 'The house needs an operator. Name another one first.');
    await store.setRole(tx, member.id, role, dateOf(deps.clock));
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'member.set-role',
      subjectKind: 'member',
      subjectId: member.id,
      detail: { from: member.role, to: role },
    });
    return { handle: member.handle, role };
  });
  deps.forgetSessions(found.id);
  deps.readers.members.invalidate(found.id);
  return changed;
}
