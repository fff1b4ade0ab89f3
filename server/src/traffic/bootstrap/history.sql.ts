import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';

export interface ActRow {
  act: 'like' | 'collect' | 'comment' | 'share' | 'open';
  note_id: string;
  viewer: string;
  at: Date;
}

/** The newest things that were done with notes since a day, newest first. */
export async function selectActs(db: Queryable, since: Date, limit: number): Promise<ActRow[]> {
  const { rows } = await sql<ActRow>`
    select * from (
      select 'like' as act, note_id, member_id::text as viewer, at from note_like where at > ${since}
      union all select 'collect', note_id, member_id::text, at from collect where at > ${since}
      union all select 'share', note_id, member_id::text, at from note_share where at > ${since}
      union all select 'comment', note_id, author_id::text, created_at from comment
        where created_at > ${since} and deleted_at is null and compliance = 'allowed'
      union all select 'open', note_id, viewer_key, at from viewer_event
        where day >= ${dayOf(since.getTime())} and kind = 'open') as acts
    order by at desc limit ${limit}`.execute(db);
  return rows;
}

export interface ImpressionRow {
  note_id: string;
  viewer_key: string;
  at: Date;
  surface: string;
  slot: number;
  traffic: string;
  reason: string;
  pool: number;
  propensity: number;
  promotion_id: string | null;
}

/** The newest counted impressions since a day, newest first. */
export async function selectImpressions(db: Queryable, since: Date, limit: number): Promise<ImpressionRow[]> {
  return db
    .selectFrom('exposure')
    .select([
      'note_id',
      'viewer_key',
      'at',
      'surface',
      'slot',
      'traffic',
      'reason',
      'pool',
      'propensity',
      'promotion_id',
    ])
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}

/** Promotions that have not ended. */
export async function selectRunningPromotions(db: Queryable, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('promotion')
    .select('id')
    .where('ends_at', '>', now)
    .where('stopped_at', 'is', null)
    .limit(256)
    .execute();
  return rows.map((row) => row.id);
}
