import { Problem, type ResponseOf, type TopicLinkId, type topicRoutes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import { findTopicRow } from './get-topic.ts';
import { putMemberLink } from './topic-links.sql.ts';

type ProposeRoute = typeof topicRoutes.proposeLink;

/** A member says that two spellings are one topic; a moderator decides. Said before, by whomever, it stays one question. */
export async function proposeLink(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { params, body, actor }: Input<ProposeRoute>,
): Promise<ResponseOf<ProposeRoute>> {
  const [topic, other] = await Promise.all([
    findTopicRow(deps, params.name),
    findTopicRow(deps, body.other, '/body/other'),
  ]);
  if (topic.owner_id === other.owner_id) throw new Problem('conflict', 'They are one topic already.');
  const link = { id: deps.ids.next(), topicId: topic.id, otherId: other.id, evidence: 'member' as const, count: 1 };
  const { id, state } = await putMemberLink(deps.db, { ...link, proposedBy: actor.memberId }, dateOf(deps.clock));
  return { id: id as TopicLinkId, state };
}
