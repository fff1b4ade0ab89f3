import { defaultPolicy } from '@teahouse/engine';
import { expect, test } from 'vitest';
import type { Policy } from '../../data/exposure.ts';
import { changesBetween, draftOf, withFigure } from './policy-draft.ts';
import { figuresOf, policyGroups } from './policy-ranges.ts';

const policy = draftOf(structuredClone(defaultPolicy) as Policy);

test('a draft says which figures it changes, and is the policy again when they are set back', () => {
  const draft = withFigure(withFigure(policy, 'weights', 'like', 1.2), 'ladder', 'pools', [100, 400]);
  expect(changesBetween(policy, draft)).toEqual([
    { group: 'weights', key: 'like', from: 1, to: 1.2 },
    { group: 'ladder', key: 'pools', from: policy.ladder.pools, to: [100, 400] },
  ]);
  const back = withFigure(withFigure(draft, 'weights', 'like', 1), 'ladder', 'pools', policy.ladder.pools);
  expect(changesBetween(policy, back)).toEqual([]);
});

test('every number of the policy has a slider that reaches it', () => {
  for (const group of policyGroups) {
    const numbers = Object.entries(policy[group]).filter(([, value]) => typeof value === 'number');
    const figures = figuresOf(policy, group);
    expect(figures.map(({ key }) => key)).toEqual(numbers.map(([key]) => key));
    for (const { value, range } of figures) {
      expect(value).toBeGreaterThanOrEqual(range.least);
      expect(value).toBeLessThanOrEqual(range.most);
    }
  }
  const wide = withFigure(policy, 'weights', 'like', 40);
  expect(figuresOf(wide, 'weights').find(({ key }) => key === 'like')?.range.most).toBe(40);
});
