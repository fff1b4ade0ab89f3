import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export function selectAudit(db: Queryable, after: { id: string; at: Date } | undefined, limit: number) {
  return db
    .selectFrom('audit')
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
