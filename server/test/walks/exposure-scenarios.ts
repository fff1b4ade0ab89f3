import { routes as r } from '@teahouse/contract';
import { byLinwan, byModerator, byStranger, type ExposureScenarios } from './scenario.ts';
import type { World } from './world.ts';

/** A successful call of every route about what was shown to whom. */
export const exposureScenarios: ExposureScenarios = {
  'exposure.note': ({ linwan, note }) => ({ as: linwan, params: { noteId: note.id } }),
  'exposure.mine': byLinwan,
  'exposure.house': byStranger,
  'feed.why': async ({ jake }) => {
    const { items } = await jake.call(r.feed.discover);
    const token = items[0]?.token;
    if (!token) throw new Error('The feed gave no token');
    return { as: jake, query: { token } };
  },
  'trafficOperations.signals': byModerator,
  'trafficOperations.dismissSignal': async (world) => ({
    as: world.zhou,
    params: { signalId: await seedSignal(world) },
  }),
  'trafficOperations.promotions': ({ wei }) => ({ as: wei }),
  'trafficOperations.promote': async (world) => {
    await allowPaid(world);
    return { as: world.wei, body: promotionOf(world) };
  },
  'trafficOperations.stopPromotion': async (world) => {
    await allowPaid(world);
    const { id } = await world.wei.call(r.trafficOperations.promote, { body: promotionOf(world) });
    return { as: world.wei, params: { promotionId: id } };
  },
};

function promotionOf({ note }: World) {
  return { noteId: note.id, payer: 'Tea farm', impressions: 100, days: 1 };
}

/** Paid traffic is off until an operator allows it. */
export async function allowPaid({ wei }: Pick<World, 'wei'>): Promise<void> {
  const { policy } = await wei.call(r.exposure.policy);
  const { version, ...draft } = policy;
  if (draft.page.paidShare > 0) return;
  const paid = { ...draft, page: { ...draft.page, paidShare: 0.05 } };
  await wei.call(r.trafficOperations.changePolicy, { body: { policy: paid, why: 'Spring fair', basedOn: version } });
}

/** Something to look at, about a note. */
export async function seedSignal({ house, note }: World, subjectId: string = note.id): Promise<string> {
  const { ids, clock } = house.teahouse.deps;
  const [id, at] = [ids.next(), new Date(clock.now())];
  const evidence = JSON.stringify([{ name: 'impressions', value: 300, of: 400 }]);
  const window = { window_from: new Date(at.getTime() - 3_600_000), window_until: at };
  await house.db
    .insertInto('traffic_signal')
    .values({
      id,
      kind: 'concentration',
      subject_kind: 'note',
      subject_id: subjectId,
      score: 0.75,
      threshold: 0.2,
      evidence,
      note_ids: [note.id],
      ...window,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await house.db
    .selectFrom('traffic_signal')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.id;
}
