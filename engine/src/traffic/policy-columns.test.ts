import { expect, test } from 'vitest';
import { openColumns } from '../memory/columns.ts';
import { defaultPolicy, type TrafficPolicy } from './policy.ts';
import { openPolicy, policyColumns } from './policy-columns.ts';

const armed: TrafficPolicy = {
  ...defaultPolicy,
  version: 7,
  weights: { ...defaultPolicy.weights, hide: -12.5 },
  ladder: { ...defaultPolicy.ladder, pools: [50, 200] },
  balance: { ...defaultPolicy.balance, isArmed: true },
};

test('without a word the default policy is in force', () => {
  expect(openPolicy(openColumns(policyColumns, {})).read()).toEqual(defaultPolicy);
});

test('a policy comes back as it was set, also in another thread and after a start', () => {
  const columns = openColumns(policyColumns, {});
  const policy = openPolicy(columns);
  const reader = openPolicy(columns);
  expect(reader.read()).toBe(reader.read());
  policy.set(armed);
  expect(reader.read()).toEqual(armed);
  expect(openPolicy(columns, defaultPolicy).read()).toEqual(armed);
});

test('what is no number counts as nothing', () => {
  const policy = openPolicy(openColumns(policyColumns, {}));
  policy.set({ ...armed, spare: { weight: Number.NaN, halfLifeDays: Number.POSITIVE_INFINITY } });
  expect(policy.read().spare).toEqual({ weight: 0, halfLifeDays: 0 });
});
