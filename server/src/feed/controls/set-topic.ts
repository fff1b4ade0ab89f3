import { type FeedControlsView, type Intensity, Problem } from '@teahouse/contract';
import type { Actor } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { getControls } from './get-controls.ts';
import { tellEngine } from './tell-engine.ts';
import { replaceTopicWish, selectTopics } from './wished-topics.sql.ts';

export async function setTopic(
  deps: ControlsDeps,
  { memberId }: Actor,
  topicId: string,
  intensity: Intensity,
): Promise<FeedControlsView> {
  const topic = (await selectTopics(deps.db, [topicId])).get(topicId);
  if (!topic) throw new Problem('not-found');
  await inTransaction(deps.db, async (tx) => {
    await replaceTopicWish(tx, memberId, topic, intensity, dateOf(deps.clock));
    await tellEngine(deps, tx, memberId, { kind: 'topic-intensity', topic: topic.concept, intensity });
  });
  deps.events.wake();
  return getControls(deps, memberId);
}
