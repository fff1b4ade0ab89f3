import { routes as r } from '@teahouse/contract';
import { byJake, type FeedControlScenarios } from './scenario.ts';
import type { World } from './world.ts';

const dayMilliseconds = 86_400_000;

/** What members say about their own feed. */
export const feedControlScenarios: FeedControlScenarios = {
  'feedControls.get': byJake,
  'feedControls.change': ({ jake }) => ({ as: jake, body: { foreignShare: 0.2, newcomers: 'more' } }),
  'feedControls.setTopic': async (world) => ({
    as: world.jake,
    params: { topicId: await topicId(world) },
    body: { intensity: 'less' },
  }),
  'feedControls.restore': async (world) => ({ as: world.jake, body: { day: await usualDay(world) } }),
  'feedControls.undoRestore': async (world) => {
    await world.jake.call(r.feedControls.restore, { body: { day: await usualDay(world) } });
    return { as: world.jake };
  },
  'feedControls.reset': async (world) => ({ as: (await world.newcomer()).person }),
  'feedControls.forgetSearches': byJake,
  'feedControls.listSpared': async (world) => {
    const params = { noteId: world.note.id };
    await world.mia.call(r.reactions.notInterested, { params, body: { reason: 'author' } });
    return { as: world.mia };
  },
};

async function topicId({ house, note }: World): Promise<string> {
  const { topic_id } = await house.db
    .selectFrom('note_topic')
    .select('topic_id')
    .where('note_id', '=', note.id)
    .executeTakeFirstOrThrow();
  return topic_id;
}

/** Yesterday, on which Jake was here. */
async function usualDay({ house, jake }: World): Promise<string> {
  const day = new Date(house.teahouse.deps.clock.now() - dayMilliseconds).toISOString().slice(0, 10);
  const row = { member_id: jake.memberId, day };
  await house.db
    .insertInto('feed_usual_day')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return day;
}
