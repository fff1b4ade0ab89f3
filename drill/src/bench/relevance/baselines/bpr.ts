import type { Histories, Random } from '@teahouse/engine';
import type { Model } from '../measures.ts';
import { dotAll } from './ials.ts';

export interface BprOptions {
  factors: number;
  epochs: number;
  rate: number;
  ridge: number;
}

/** Bayesian personalized ranking (Rendle et al., UAI'09): what a member knows shall stand before what they do not know. */
export function bpr({ starts, rows }: Histories, items: number, options: BprOptions, random: Random): Model {
  const { factors, epochs } = options;
  const members = starts.length - 1;
  const memberFactors = Float64Array.from({ length: members * factors }, () => 0.01 * (random() - 0.5));
  const itemFactors = Float64Array.from({ length: items * factors }, () => 0.01 * (random() - 0.5));
  const known = Array.from(
    { length: members },
    (_, member) => new Set(rows.subarray(starts[member], starts[member + 1])),
  );
  for (let step = 0; step < epochs * rows.length; step += 1) {
    const member = Math.floor(random() * members);
    const first = starts[member] as number;
    const seen = rows[first + Math.floor(random() * ((starts[member + 1] as number) - first))];
    const unseen = Math.floor(random() * items);
    if (seen === undefined || known[member]?.has(unseen) === true) continue;
    learn(memberFactors, itemFactors, member * factors, seen * factors, unseen * factors, options);
  }
  return {
    name: `BPR, k=${factors}`,
    score: (member, _history, out) => dotAll(memberFactors, itemFactors, member, factors, out),
  };
}

function learn(
  members: Float64Array,
  items: Float64Array,
  member: number,
  seen: number,
  unseen: number,
  { factors, rate, ridge }: BprOptions,
) {
  let margin = 0;
  for (let k = 0; k < factors; k += 1) {
    margin += (members[member + k] as number) * ((items[seen + k] as number) - (items[unseen + k] as number));
  }
  const push = 1 / (1 + Math.exp(margin));
  for (let k = 0; k < factors; k += 1) {
    const own = members[member + k] as number;
    const better = items[seen + k] as number;
    const worse = items[unseen + k] as number;
    members[member + k] = own + rate * (push * (better - worse) - ridge * own);
    items[seen + k] = better + rate * (push * own - ridge * better);
    items[unseen + k] = worse + rate * (-push * own - ridge * worse);
  }
}
