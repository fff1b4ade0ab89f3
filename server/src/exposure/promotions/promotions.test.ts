import { routes } from '@teahouse/contract';
import { defaultPolicy } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';

const { promote, promotions, stopPromotion } = routes.trafficOperations;

async function publish(house: TestHouse): Promise<string> {
  const linwan = await house.as('linwan');
  const { id } = await linwan.call(routes.notes.publish, { body: { title: '今日份猫' } });
  await house.drain();
  return id;
}

/** Wei lets five in a hundred impressions be paid for. */
async function allowPaid(house: TestHouse): Promise<void> {
  const { version, ...policy } = defaultPolicy;
  const body = {
    policy: structuredClone({ ...policy, page: { ...policy.page, paidShare: 0.05 } }),
    why: 'Spring fair',
    basedOn: version,
  };
  await (await house.as('wei')).call(routes.trafficOperations.changePolicy, { body: body as never });
  await house.drain();
}

test('nothing can be paid for while the policy allows none', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house);
  const body = { noteId, payer: 'Tea farm', impressions: 500, days: 3 };
  expect((await (await house.as('wei')).refused(promote, { body })).code).toBe('conflict');
  expect((await (await house.as('zhou')).refused(promote, { body })).code).toBe('not-allowed');
  expect(await house.db.selectFrom('promotion').selectAll().execute()).toEqual([]);
});

test('a promotion is announced, counts what it delivered, is disclosed on the card, and stops', async () => {
  await using house = await openTeahouse();
  const noteId = await publish(house);
  await allowPaid(house);
  const [wei, mia] = [await house.as('wei'), await house.as('mia')];
  const body = { noteId, payer: 'Tea farm', impressions: 500, days: 3 };
  const made = await wei.call(promote, { body });
  expect(made).toMatchObject({ noteTitle: '今日份猫', authorHandle: 'linwan', delivered: 0, state: 'running' });
  const outbox = await house.db
    .selectFrom('outbox')
    .select('payload')
    .where('name', '=', 'promotion.changed')
    .execute();
  expect(outbox).toEqual([{ payload: { promotionId: made.id } }]);

  const story = { traffic: 'paid', reasons: [{ code: 'promoted', subject: made.id }], pool: 0, propensity: 1 } as const;
  const [card] = house.teahouse.features.tokens.stamp(
    [{ id: noteId } as { id: string; token?: string; isPromoted?: boolean }],
    'd',
    mia.memberId,
    [story],
  );
  expect(card?.isPromoted).toBe(true);
  const events = [{ kind: 'impression' as const, token: card?.token ?? '' }];
  for (let again = 0; again < 2; again += 1) await mia.call(routes.feed.events, { body: { events } });
  expect((await wei.call(promotions)).items).toMatchObject([{ id: made.id, delivered: 1, state: 'running' }]);
  const ledger = await house.db.selectFrom('exposure').select(['traffic', 'reason', 'promotion_id']).execute();
  expect(ledger).toEqual([{ traffic: 'paid', reason: 'promoted', promotion_id: made.id }]);

  for (let again = 0; again < 2; again += 1) await wei.call(stopPromotion, { params: { promotionId: made.id } });
  expect((await wei.call(promotions)).items).toMatchObject([{ delivered: 1, state: 'stopped' }]);
  const audit = await house.db
    .selectFrom('audit')
    .select('verb')
    .where('verb', 'like', 'promotion.%')
    .orderBy('id')
    .execute();
  expect(audit.map(({ verb }) => verb)).toEqual(['promotion.start', 'promotion.stop']);
});

test('of unknown notes and promotions there is nothing to promote or stop', async () => {
  await using house = await openTeahouse();
  await publish(house);
  await allowPaid(house);
  const wei = await house.as('wei');
  const noteId = house.teahouse.deps.ids.next();
  expect((await wei.refused(promote, { body: { noteId, payer: 'x', impressions: 1, days: 1 } })).code).toBe(
    'not-found',
  );
  expect((await wei.refused(stopPromotion, { params: { promotionId: noteId } })).code).toBe('not-found');
});
