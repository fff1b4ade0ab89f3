import type { TopicId, TopicView, topicRef } from '@teahouse/contract';
import type { z } from 'zod';
import type { TopicCounts } from './topics.sql.ts';

export type TopicRefView = z.infer<typeof topicRef>;

export interface LabelledTopic {
  id: string;
  name: string;
  language: string;
  labels: Record<string, string>;
}

/** A topic as notes carry it, with what it is called in other languages. */
export function topicRefView({ id, name, language, labels }: LabelledTopic): TopicRefView {
  const others = Object.entries(labels).filter(([tag, label]) => tag !== language && label !== name);
  return { id: id as TopicId, name, ...(others.length > 0 ? { labels: Object.fromEntries(others) } : {}) };
}

export function topicView(row: TopicCounts): TopicView {
  const spellings = row.spellings.map((spelling) => ({ ...spelling, id: spelling.id as TopicId }));
  const isConcept = spellings.length > 0 || Object.keys(row.labels).length > 0;
  return {
    ...topicRefView(row),
    ...(isConcept ? { concept: { spellings, labels: row.labels } } : {}),
    noteCount: row.notes,
    viewCount: row.views,
    viewsLastDay: row.views_last_day,
  };
}
