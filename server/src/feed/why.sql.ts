import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import { type LabelledTopic, topicLabels } from '../topics/index.ts';

/** Topics among the ids, as they are called. */
export async function selectTopicNames(db: Queryable, ids: readonly string[]): Promise<LabelledTopic[]> {
  const { rows } = await sql<LabelledTopic>`
    select id, name, language, ${topicLabels('topic')} as labels from topic where id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return rows;
}

/** What the member looked for last, if that is kept. */
export async function selectNewestSearch(db: Queryable, memberId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('search_history')
    .select('query')
    .where('member_id', '=', memberId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.query;
}
