import type { TopicView } from '@teahouse/contract';
import { topicKey } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';
import { startOfLastDay } from './topic-registry.ts';
import { topicView } from './topic-view.ts';
import { selectTopicsByPrefix, selectTopicsContaining } from './topics.sql.ts';

/** Trigrams know nothing of shorter parts. */
const shortestPart = 3;

/** Topics that begin with or contain what is sought, fullest first. */
export async function findTopics(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  sought: string,
  limit: number,
): Promise<TopicView[]> {
  const key = topicKey(sought);
  if (key === '') return [];
  const since = startOfLastDay(clock.now());
  const [beginning, containing] = await Promise.all([
    selectTopicsByPrefix(db, key, since, limit),
    [...key].length >= shortestPart ? selectTopicsContaining(db, key, since, limit) : [],
  ]);
  const found = Map.groupBy([...beginning, ...containing], (row) => row.owner_id);
  return [...found.values()].flatMap(([first]) => (first ? [topicView(first)] : [])).slice(0, limit);
}
