import { sql } from 'kysely';
import { memberGroup } from '../../members/index.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';

export interface HouseSum {
  traffic: string;
  reason: string;
  author_group: string;
  note_language: string;
  viewer_group: string;
  impressions: number;
  to_small_authors: number;
}

export async function selectHouseSums(db: Queryable, since: Date): Promise<HouseSum[]> {
  const { rows } = await sql<HouseSum>`
    select traffic, reason, author_group, note_language, viewer_group,
      sum(impressions)::bigint as impressions, sum(to_small_authors)::bigint as to_small_authors
    from exposure_bucket where bucket >= ${since} group by 1, 2, 3, 4, 5`.execute(db);
  return rows;
}

export interface TimelineRow {
  at: Date;
  free: number;
  paid: number;
  interaction: number;
}

export async function selectTimeline(db: Queryable, since: Date, step: '1 hour' | '1 day'): Promise<TimelineRow[]> {
  const { rows } = await sql<TimelineRow>`
    select date_bin(${step}::interval, bucket, 'epoch') as at,
      coalesce(sum(impressions) filter (where traffic = 'free'), 0)::bigint as free,
      coalesce(sum(impressions) filter (where traffic = 'paid'), 0)::bigint as paid,
      coalesce(sum(impressions) filter (where traffic = 'interaction'), 0)::bigint as interaction
    from exposure_bucket where bucket >= ${since} group by 1 order by 1`.execute(db);
  return rows;
}

/** Members by group who were here since then. */
export async function countActiveMembers(db: Queryable, since: Date, now: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ member_group: string; members: number }>`
    select ${memberGroup('member', now)} as member_group, count(*) as members
    from member where state = 'active' and seen_day >= ${dayOf(since.getTime())}::date group by 1`.execute(db);
  return new Map(rows.map((row) => [row.member_group, row.members]));
}

/** Beyond so many of the newest notes the inequality would change no more. */
const mostNotes = 100_000;

/** Gini coefficient of impressions over the notes of the time, and how many there were. */
export async function selectNoteGini(db: Queryable, since: Date): Promise<{ notes: number; gini: number | null }> {
  const { rows } = await sql<{ notes: number; gini: number | null }>`
    with newest as (
      select impressions from note join note_stat on note_stat.note_id = note.id
      where published_at >= ${since} and deleted_at is null and compliance = 'allowed'
      order by published_at desc, note.id desc limit ${mostNotes}),
    ranked as (select impressions, row_number() over (order by impressions) as place from newest)
    select count(*) as notes,
      (2 * sum(place * impressions) / nullif(count(*) * sum(impressions), 0) - (count(*) + 1)::numeric / nullif(count(*), 0))::float8 as gini
    from ranked`.execute(db);
  return rows[0] ?? { notes: 0, gini: null };
}

export interface PromiseRow {
  due: number;
  kept: number;
  median_hours: number | null;
  quota: number | null;
}

/** First pools whose time is over, of notes published since then; the quota is that of the note which entered last. */
export async function selectPromises(db: Queryable, since: Date, now: Date): Promise<PromiseRow> {
  const { rows } = await sql<PromiseRow>`
    select count(*) filter (where deadline_at <= ${now} or promise_kept) as due,
      count(*) filter (where promise_kept) as kept,
      percentile_cont(0.5) within group (order by extract(epoch from filled_at - published_at) / 3600)
        filter (where promise_kept)::float8 as median_hours,
      (select quota from note_pool_step where step = 'entered' and quota is not null order by at desc limit 1) as quota
    from note_pool where published_at >= ${since} and state <> 'not-promised'`.execute(db);
  return rows[0] ?? { due: 0, kept: 0, median_hours: null, quota: null };
}

export async function selectLedgerState(db: Queryable) {
  return db.selectFrom('exposure_rollup').selectAll().executeTakeFirstOrThrow();
}

export async function selectNewestReport(db: Queryable): Promise<unknown> {
  const row = await db.selectFrom('traffic_report').select('report').orderBy('at', 'desc').limit(1).executeTakeFirst();
  return row?.report;
}
