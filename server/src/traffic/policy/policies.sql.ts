import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';

export interface PolicyRow {
  version: number;
  policy: unknown;
  why: string;
  at: Date;
  by: string | null;
}

/** Newest first, with the handle of who changed it. */
export async function selectPolicyHistory(db: Queryable, limit: number): Promise<PolicyRow[]> {
  return db
    .selectFrom('traffic_policy')
    .leftJoin('member', 'member.id', 'traffic_policy.changed_by')
    .select(['traffic_policy.version', 'policy', 'why', 'at', 'member.handle as by'])
    .orderBy('traffic_policy.version', 'desc')
    .limit(limit)
    .execute();
}

export async function selectNewestPolicy(db: Queryable): Promise<unknown> {
  const row = await db
    .selectFrom('traffic_policy')
    .select('policy')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.policy;
}

/** One change at a time, until the transaction ends. */
export async function lockPolicy(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('traffic policy'))`.execute(tx);
}

export async function insertPolicy(
  tx: Tx,
  row: { version: number; policy: unknown; changedBy: string; why: string; at: Date },
): Promise<void> {
  const { version, policy, changedBy, why, at } = row;
  await tx
    .insertInto('traffic_policy')
    .values({ version, policy: JSON.stringify(policy), changed_by: changedBy, why, at })
    .execute();
}
