import type { ProblemField, TrafficPolicyView } from '@teahouse/contract';

export type PolicyDraft = Omit<TrafficPolicyView, 'version'>;

/** What the numbers of a policy must be to each other; each number by itself is checked by its schema. */
export function findPolicyProblems({ weights, firstPool, ladder, page }: PolicyDraft): ProblemField[] {
  const checks: [isBroken: boolean, path: string, message: string][] = [
    [weights.hide > 0, 'weights/hide', 'above-zero'],
    [firstPool.leastQuota > firstPool.mostQuota, 'firstPool/leastQuota', 'above-most'],
    [firstPool.slots > page.size, 'firstPool/slots', 'above-page'],
    [ladder.pools.some((bound, pool) => bound <= (ladder.pools[pool - 1] ?? 0)), 'ladder/pools', 'not-ascending'],
    [ladder.stopAt >= ladder.promoteAt, 'ladder/stopAt', 'above-promotion'],
    [page.leastForeign > page.mostForeign, 'page/leastForeign', 'above-most'],
    [page.window > page.size, 'page/window', 'above-page'],
  ];
  return checks.flatMap(([isBroken, path, message]) =>
    isBroken ? [{ pointer: `/body/policy/${path}`, message }] : [],
  );
}
