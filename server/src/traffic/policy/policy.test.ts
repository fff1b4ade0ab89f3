import { routes } from '@teahouse/contract';
import { defaultPolicy } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { openTeahouse } from '../../../test/harness.ts';
import { findPolicyProblems } from './check-policy.ts';

const { version: _, ...asItIs } = defaultPolicy;
const usual = { ...asItIs, ladder: { ...asItIs.ladder, pools: [...asItIs.ladder.pools] } };

test.each([
  ['the usual one', {}, []],
  ['a reward for what is hidden', { weights: { ...usual.weights, hide: 1 } }, ['/body/policy/weights/hide']],
  [
    'a least quota above the most',
    { firstPool: { ...usual.firstPool, leastQuota: 101 } },
    ['/body/policy/firstPool/leastQuota'],
  ],
  ['pools that fall', { ladder: { ...usual.ladder, pools: [100, 100] } }, ['/body/policy/ladder/pools']],
  ['promotion where others stop', { ladder: { ...usual.ladder, stopAt: 0.8 } }, ['/body/policy/ladder/stopAt']],
  ['a least share above the most', { page: { ...usual.page, leastForeign: 0.5 } }, ['/body/policy/page/leastForeign']],
])('%s', (_name, change, pointers) => {
  expect(findPolicyProblems({ ...usual, ...change }).map(({ pointer }) => pointer)).toEqual(pointers);
});

test('an operator changes the policy; everybody reads what, who and why; the engine follows', async () => {
  await using house = await openTeahouse(
    { traffic: { ranking: 'engine', threads: 0, pageMilliseconds: 5_000 } },
    { traffic: { size: { notes: 100, members: 100, rates: 2 ** 12 } } },
  );
  const wei = await house.as('wei');
  await house.teahouse.features.traffic.start();
  await house.teahouse.features.traffic.replica.whenReady();
  const stranger = house.stranger();
  expect((await stranger.call(routes.exposure.policy)).history).toEqual([]);
  const policy = { ...usual, weights: { ...usual.weights, like: 2 }, ladder: { ...usual.ladder, pools: [50, 500] } };
  const changed = await wei.call(routes.trafficOperations.changePolicy, {
    body: { policy, why: 'Likes were worth too little.', basedOn: 1 },
  });
  expect(changed.policy.version).toBe(2);
  await house.drain();
  const account = await stranger.call(routes.exposure.policy);
  expect(account.policy).toEqual({ ...policy, version: 2 });
  expect(account.history).toMatchObject([
    {
      version: 2,
      by: wei.handle,
      why: 'Likes were worth too little.',
      changes: [
        { path: 'weights.like', from: '1', to: '2' },
        { path: 'ladder.pools', from: '100, 500, 2000, 20000, 100000', to: '50, 500' },
      ],
    },
  ]);
  const { open } = house.teahouse.features.traffic.replica;
  expect((await open?.threads.writer.ask('stats', {}))?.policy).toEqual({ ...policy, version: 2 });
  const audit = await house.db.selectFrom('audit').select(['verb', 'actor_id']).execute();
  expect(audit).toContainEqual({ verb: 'traffic.change-policy', actor_id: wei.memberId });
});

test('a change of what somebody else changed meanwhile, or that does not fit, or by others, is refused', async () => {
  await using house = await openTeahouse();
  const [wei, mia] = [await house.as('wei'), await house.as('mia')];
  const body = { policy: { ...usual, page: { ...usual.page, paidShare: 0.05 } }, why: 'A trial.', basedOn: 1 };
  const change = routes.trafficOperations.changePolicy;
  expect((await mia.refused(change, { body })).code).toBe('not-allowed');
  const ends = await Promise.allSettled([wei.call(change, { body }), wei.call(change, { body })]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await wei.refused(change, { body })).code).toBe('changed-meanwhile');
  const broken = { ...body, basedOn: 2, policy: { ...usual, weights: { ...usual.weights, hide: 3 } } };
  expect((await wei.refused(change, { body: broken })).fields).toEqual([
    { pointer: '/body/policy/weights/hide', message: 'above-zero' },
  ]);
});
