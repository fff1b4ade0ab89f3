import type { TopicId, TopicView } from '@teahouse/contract';
import type { TopicCounts } from './topics.sql.ts';

export function topicView(row: TopicCounts): TopicView {
  return {
    id: row.id as TopicId,
    name: row.name,
    noteCount: row.notes,
    viewCount: row.views,
    viewsLastDay: row.views_last_day,
  };
}
