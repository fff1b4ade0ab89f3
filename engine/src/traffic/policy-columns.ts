import { type Columns, column } from '../memory/columns.ts';
import { heads } from './facts.ts';
import { defaultPolicy, type TrafficPolicy } from './policy.ts';

/** Pools of the ladder that can be stored. */
const MOST_POOLS = 12;

const parts = ['firstPool', 'page', 'balance', 'spiral', 'spare'] as const;

/** Numbers of a policy in a fixed order; `true` is 1. */
const places = [
  ...heads.map((head) => ['weights', head] as const),
  ...parts.flatMap((part) => Object.keys(defaultPolicy[part]).map((name) => [part, name] as const)),
  ...(['quantile', 'promoteAt', 'stopAt'] as const).map((name) => ['ladder', name] as const),
];
const POOLS_AT = places.length + 1;

/** 600 bytes: the policy in force, so that every thread and every replica goes by the same. */
export const policyColumns = { policyNumbers: column('f64', POOLS_AT + 1 + MOST_POOLS) } as const;

type Numbers = Record<string, Record<string, number | boolean>>;

export interface PolicyInForce {
  /** The policy; the same object until another is set. Safe beside a writer. */
  read(): TrafficPolicy;
  set(policy: TrafficPolicy): void;
}

/** @param first in force until a fact says otherwise */
export function openPolicy(
  { policyNumbers: numbers }: Columns<typeof policyColumns>,
  first: TrafficPolicy = defaultPolicy,
): PolicyInForce {
  let known: TrafficPolicy | undefined;
  const seen = new Float64Array(numbers.length);

  function set(policy: TrafficPolicy): void {
    const from = policy as unknown as Numbers;
    for (const [place, [part, name]] of places.entries()) numbers[place + 1] = finite(Number(from[part]?.[name]));
    const pools = policy.ladder.pools.slice(0, MOST_POOLS);
    numbers[POOLS_AT] = pools.length;
    for (const [index, bound] of pools.entries()) numbers[POOLS_AT + 1 + index] = finite(bound);
    numbers[0] = finite(policy.version);
  }

  function decode(): TrafficPolicy {
    const policy = structuredClone(defaultPolicy);
    const into = policy as unknown as Numbers;
    policy.version = numbers[0] ?? 0;
    for (const [place, [part, name]] of places.entries()) {
      const group = into[part] as Record<string, number | boolean>;
      const value = numbers[place + 1] ?? 0;
      group[name] = typeof group[name] === 'boolean' ? value !== 0 : value;
    }
    const count = Math.min(MOST_POOLS, numbers[POOLS_AT] ?? 0);
    policy.ladder.pools = Array.from(numbers.subarray(POOLS_AT + 1, POOLS_AT + 1 + count));
    return policy;
  }

  function isUnchanged(): boolean {
    for (let place = 0; place < numbers.length; place += 1) if (numbers[place] !== seen[place]) return false;
    return true;
  }

  if (numbers[POOLS_AT] === 0) set(first);
  return {
    read() {
      if (known && isUnchanged()) return known;
      seen.set(numbers);
      known = decode();
      return known;
    },
    set,
  };
}

/** Absurd numbers stop here: a policy that is not a number counts as nothing. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
