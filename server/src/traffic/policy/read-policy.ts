import type { exposureRoutes, ResponseOf } from '@teahouse/contract';
import { defaultPolicy } from '@teahouse/engine';
import type { Deps } from '../../platform/deps.ts';
import { readCurrentPolicy } from './current-policy.ts';
import { type PolicyRow, selectPolicyHistory } from './policies.sql.ts';
import { changesBetween } from './policy-changes.ts';

type PolicyAccount = ResponseOf<(typeof exposureRoutes)['policy']>;

const mostChanges = 200;

/** The policy in force, and who changed what of it and why, newest first. */
export async function readPolicy({ db }: Pick<Deps, 'db'>): Promise<PolicyAccount> {
  const [policy, rows] = await Promise.all([readCurrentPolicy(db), selectPolicyHistory(db, mostChanges)]);
  return {
    policy: { ...policy, ladder: { ...policy.ladder, pools: [...policy.ladder.pools] } },
    history: rows.map((row, index) => changeView(row, rows[index + 1])),
  };
}

/** @param before the change before it; of the oldest that is told, only the second version's is known: the default */
function changeView({ version, policy, why, at, by }: PolicyRow, before: PolicyRow | undefined) {
  const former = before?.policy ?? (version === defaultPolicy.version + 1 ? defaultPolicy : policy);
  return {
    version,
    at: at.toISOString(),
    why,
    ...(by === null ? {} : { by }),
    changes: changesBetween(former, policy),
  };
}
