import { Problem, type TopicView } from '@teahouse/contract';
import { findTopicNameProblem, topicKey } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';
import { startOfLastDay } from './topic-registry.ts';
import { topicView } from './topic-view.ts';
import { selectTopicByKey, type TopicCounts } from './topics.sql.ts';

export async function getTopic(deps: Pick<Deps, 'db' | 'clock'>, name: string): Promise<TopicView> {
  return topicView(await findTopicRow(deps, name));
}

/**
 * A topic under any of its spellings; one that no note carries is unknown.
 *
 * @param pointer where the request names it
 */
export async function findTopicRow(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  name: string,
  pointer = '/params/name',
): Promise<TopicCounts> {
  requireTopicName(name, pointer);
  const row = await selectTopicByKey(db, topicKey(name), startOfLastDay(clock.now()));
  if (!row || row.notes === 0) throw new Problem('not-found');
  return row;
}

/** A name that was encoded twice or is a path is no topic. */
function requireTopicName(name: string, pointer: string): void {
  const isPath = /^\.+$|%[0-9a-f]{2}|[\\/]/iu.test(name);
  if (!isPath && findTopicNameProblem(name) === undefined) return;
  throw new Problem('invalid-request', undefined, { fields: [{ pointer, message: 'not-a-topic' }] });
}
