import { Problem, type ResponseOf, type trafficOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { findPolicyProblems } from './check-policy.ts';
import { readCurrentPolicy } from './current-policy.ts';
import { insertPolicy, lockPolicy } from './policies.sql.ts';
import { changesBetween } from './policy-changes.ts';
import type { PolicyInForce } from './policy-in-force.ts';

type ChangeRoute = typeof trafficOperationsRoutes.changePolicy;

/** Puts a new policy in force: written down with who and why, and told to every engine by the log. */
export async function changePolicy(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>,
  inForce: Pick<PolicyInForce, 'refresh'>,
  { body, actor }: Input<ChangeRoute>,
): Promise<ResponseOf<ChangeRoute>> {
  const fields = findPolicyProblems(body.policy);
  if (fields.length > 0) throw new Problem('invalid-request', 'The numbers do not fit each other.', { fields });
  const policy = await inTransaction(deps.db, async (tx) => {
    await lockPolicy(tx);
    const before = await readCurrentPolicy(tx);
    if (before.version !== body.basedOn) throw new Problem('changed-meanwhile');
    const version = before.version + 1;
    const after = { ...body.policy, version };
    const changes = changesBetween(before, after);
    if (changes.length === 0) return before;
    await insertPolicy(tx, {
      version,
      policy: after,
      changedBy: actor.memberId,
      why: body.why,
      at: dateOf(deps.clock),
    });
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: 'traffic.change-policy',
      subjectKind: 'house',
      subjectId: 'traffic',
      detail: { version, why: body.why, changes },
    });
    await deps.events.emit(tx, 'policy.changed', { version });
    return after;
  });
  deps.events.wake();
  await inForce.refresh();
  return { policy: { ...policy, ladder: { ...policy.ladder, pools: [...policy.ladder.pools] } } };
}
