import { type RawBuilder, sql } from 'kysely';
import { memberGroup } from '../../members/index.ts';
import type { Queryable } from '../../platform/db/database.ts';

export interface MemberFactRow {
  id: string;
  is_here: boolean;
  joined_at: Date;
  languages_read: string[];
  interests: string[];
  country: string | null;
  group: 'native' | 'newcomer' | 'returning';
}

export async function selectMemberFacts(db: Queryable, ids: readonly string[], at: Date): Promise<MemberFactRow[]> {
  const { rows } = await memberFacts(sql`id = any(${[...ids]}::uuid[])`, at, sql``).execute(db);
  return rows;
}

/** Those who were here last, in the order of their ids. */
export async function selectMembersSince(
  db: Queryable,
  since: Date,
  afterId: string,
  at: Date,
  limit: number,
): Promise<MemberFactRow[]> {
  const recent = sql`id > ${afterId}::uuid and state = 'active'
    and exists (select from account_session where user_id = member.id and account_session.updated_at > ${since})`;
  const { rows } = await memberFacts(recent, at, sql`order by id limit ${limit}`).execute(db);
  return rows;
}

function memberFacts(which: RawBuilder<unknown>, at: Date, order: RawBuilder<unknown>) {
  return sql<MemberFactRow>`
    select id, state = 'active' as is_here, joined_at, languages_read, interests, country,
      ${memberGroup('member', at)} as "group"
    from member where ${which} ${order}`;
}

/** Topics, by concept, whose names are among the keys. */
export async function selectTopicsByKeys(db: Queryable, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ key: string; concept: string }>`
    select key, coalesce(concept_id, id) as concept from topic where key = any(${[...keys]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.key, row.concept]));
}

export interface PromotionFactRow {
  id: string;
  note_id: string;
  impressions: number;
  delivered: number;
  ends_at: Date;
  stopped_at: Date | null;
}

export async function selectPromotions(db: Queryable, ids: readonly string[]): Promise<PromotionFactRow[]> {
  return db
    .selectFrom('promotion')
    .select(['id', 'note_id', 'impressions', 'delivered', 'ends_at', 'stopped_at'])
    .where('id', 'in', [...ids])
    .execute();
}

/** Policies by version. */
export async function selectPolicies(db: Queryable, versions: readonly number[]): Promise<Map<number, unknown>> {
  const rows = await db
    .selectFrom('traffic_policy')
    .select(['version', 'policy'])
    .where('version', 'in', [...versions])
    .execute();
  return new Map(rows.map((row) => [row.version, row.policy]));
}
