import type { Queryable } from '../../platform/db/database.ts';

export async function insertReport(db: Queryable, at: Date, report: unknown): Promise<void> {
  await db
    .insertInto('traffic_report')
    .values({ at, report: JSON.stringify(report) })
    .onConflict((conflict) => conflict.column('at').doNothing())
    .execute();
}

export async function deleteReportsBefore(db: Queryable, at: Date): Promise<void> {
  await db.deleteFrom('traffic_report').where('at', '<', at).execute();
}

/** Names of topics by id; a concept is called as its most used spelling. */
export async function selectTopicNames(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('topic')
    .leftJoin('topic_stat', 'topic_stat.topic_id', 'topic.id')
    .select(({ fn }) => [fn.coalesce('concept_id', 'id').as('concept'), 'name'])
    .where(({ or, eb }) => or([eb('id', 'in', [...ids]), eb('concept_id', 'in', [...ids])]))
    .orderBy('topic_stat.notes')
    .execute();
  return new Map(rows.map((row) => [row.concept, row.name]));
}

export async function touchNode(db: Queryable, name: string, position: number, at: Date): Promise<void> {
  await db
    .insertInto('traffic_node')
    .values({ name, position, seen_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ position, seen_at: at }))
    .execute();
}

export async function deleteNodesBefore(db: Queryable, at: Date): Promise<void> {
  await db.deleteFrom('traffic_node').where('seen_at', '<', at).execute();
}

export async function selectNodes(db: Queryable) {
  return db.selectFrom('traffic_node').selectAll().orderBy('name').limit(100).execute();
}
