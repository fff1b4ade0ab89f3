import type { Deps } from '../platform/deps.ts';
import { type OtherName, selectOtherNames } from './topic-names.sql.ts';

/** Other names of topics by key, in memory: people join spellings, so there are thousands at most. */
export interface TopicNames {
  current(): Promise<ReadonlyMap<string, readonly OtherName[]>>;
}

/** What another process joined is known within this time. */
const ttlMilliseconds = 60_000;
const mostNames = 50_000;

export function createTopicNames({ db, events }: Pick<Deps, 'db' | 'events'>): TopicNames {
  let known: { until: number; names: Promise<Map<string, OtherName[]>> } | undefined;
  const forget = () => {
    known = undefined;
  };
  events.afterDelivery('topic.linked', forget);
  return {
    current() {
      const now = performance.now();
      if (known && now < known.until) return known.names;
      const names = selectOtherNames(db, mostNames).then((rows) => Map.groupBy(rows, (row) => row.key));
      known = { until: now + ttlMilliseconds, names };
      names.catch(forget);
      return names;
    },
  };
}
