import { Problem, type TopicLinkView, type topicRoutes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import type { MemberReader } from '../members/index.ts';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { deleteAnsweredLinks } from './concepts.sql.ts';
import { joinTopics, partTopics } from './join-topics.ts';
import { stopCounting } from './topic-counters.sql.ts';
import { viewLinks } from './topic-link-view.ts';
import { type LinkRow, type LinkState, lockLink, selectLink, updateLinkState } from './topic-links.sql.ts';

type DecideRoute = typeof topicRoutes.decideLink;
type DecideDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

/** What each decision asks of a link, and what it makes of it. A declined one may be joined after all. */
const decisions: Record<'join' | 'decline' | 'part', { from: readonly LinkState[]; to: LinkState }> = {
  join: { from: ['open', 'declined'], to: 'approved' },
  decline: { from: ['open'], to: 'declined' },
  part: { from: ['approved'], to: 'declined' },
};

/** A person says whether two spellings are one topic. */
export async function decideLink(
  deps: DecideDeps,
  parts: { members: Pick<MemberReader, 'summaries'> },
  { params, body, actor }: Input<DecideRoute>,
): Promise<TopicLinkView> {
  const { from, to } = decisions[body.decision];
  await inTransaction(deps.db, async (tx) => {
    if (body.decision !== 'decline') await stopCounting(tx);
    const link = await lockLink(tx, params.linkId);
    if (!link) throw new Problem('not-found');
    if (!from.includes(link.state)) throw new Problem('conflict', 'It has been decided already.');
    await updateLinkState(tx, link.id, { state: to, by: actor.memberId, at: dateOf(deps.clock) });
    const topicIds = await carryOut(deps, tx, link, body.decision);
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: `topic.${body.decision}`,
      subjectKind: 'topic',
      subjectId: link.topic.id,
      detail: { topic: link.topic.name, other: link.other.name, evidence: link.evidence },
    });
    if (topicIds.length > 0) await deps.events.emit(tx, 'topic.linked', { topicIds });
  });
  deps.events.wake();
  const link = await selectLink(deps.db, params.linkId);
  const [view] = link ? await viewLinks(parts, [link]) : [];
  if (!view) throw new Problem('not-found');
  return view;
}

/** The topics that are something else now. */
async function carryOut(
  deps: DecideDeps,
  tx: Tx,
  link: LinkRow,
  decision: 'join' | 'decline' | 'part',
): Promise<string[]> {
  if (decision === 'decline') return [];
  if (decision === 'part') return partTopics(deps, tx, link);
  await joinTopics(deps, tx, link);
  await deleteAnsweredLinks(tx, link.topic.id);
  return [link.topic.id, link.other.id];
}
