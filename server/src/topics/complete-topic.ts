import type { TopicView } from '@teahouse/contract';
import { topicKey } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';
import { startOfLastDay } from './topic-registry.ts';
import { topicView } from './topic-view.ts';
import { selectTopicsByPrefix, selectTrendingTopics, type TopicCounts } from './topics.sql.ts';

const shown = 10;
/** Trends are the same for everybody: one look a few seconds is enough. */
const trendTtlMilliseconds = 10_000;

/** Topics that begin like this, fullest first; without a beginning those with the most views of the last day. */
export function createTopicCompletion({ db, clock, events }: Pick<Deps, 'db' | 'clock' | 'events'>) {
  let trend: { until: number; rows: Promise<TopicCounts[]> } | undefined;
  events.afterDelivery('topic.linked', () => {
    trend = undefined;
  });

  function trending(): Promise<TopicCounts[]> {
    const now = clock.now();
    if (trend && now < trend.until) return trend.rows;
    const rows = selectTrendingTopics(db, startOfLastDay(now), shown);
    trend = { until: now + trendTtlMilliseconds, rows };
    rows.catch(() => {
      trend = undefined;
    });
    return rows;
  }

  return async (prefix: string): Promise<TopicView[]> => {
    const key = prefix.isWellFormed() ? topicKey(prefix) : '';
    if (key === '' && prefix !== '') return [];
    const rows =
      key === '' ? await trending() : await selectTopicsByPrefix(db, key, startOfLastDay(clock.now()), shown);
    return rows.map(topicView);
  };
}
