import { exposureRoutes, trafficOperationsRoutes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { type OverviewParts, readOverview } from './operations/read-overview.ts';
import { changePolicy } from './policy/change-policy.ts';
import type { PolicyInForce } from './policy/policy-in-force.ts';
import { readPolicy } from './policy/read-policy.ts';
import type { Replica } from './replica/replica.ts';
import { createWhatIf } from './what-if/what-if.ts';

/** The part of the public accounts that is about the rules. */
export const policyRoutes = { policy: exposureRoutes.policy };

/** The part of traffic's operations that is about the engine. */
export const engineRoutes = {
  overview: trafficOperationsRoutes.overview,
  changePolicy: trafficOperationsRoutes.changePolicy,
  whatIf: trafficOperationsRoutes.whatIf,
};

export function policyHandlers(deps: Pick<Deps, 'db'>): Handlers<typeof policyRoutes> {
  return { policy: () => readPolicy(deps) };
}

export function engineHandlers(
  deps: Deps,
  parts: OverviewParts & { policy: PolicyInForce; replica: Pick<Replica, 'size'> },
): Handlers<typeof engineRoutes> {
  return {
    overview: () => readOverview(deps, parts),
    whatIf: createWhatIf(deps, parts.policy, parts.replica),
    changePolicy: (input) => changePolicy(deps, parts.policy, input),
  };
}
