import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import { dayOf } from '../platform/db/day-partitions.sql.ts';

export interface NoteSums {
  traffic: string;
  surface: string;
  reason: string;
  viewer_group: string;
  viewer_language: string;
  viewer_country: string;
  impressions: number;
}

export interface NoteLedger {
  counted: number;
  opening: number;
  sums: NoteSums[];
}

/** A note's impressions told apart: the sums, and the rows they do not hold yet; beside them its counter at the same moment. */
export async function selectNoteLedger(db: Queryable, noteId: string, now: Date): Promise<NoteLedger> {
  const { rows } = await sql<NoteLedger>`
    with parts as (
      select traffic, surface, reason, viewer_group, viewer_language, viewer_country, impressions
      from exposure_note where note_id = ${noteId}
      union all
      select traffic, surface, reason, viewer_group, viewer_language, coalesce(viewer_country, 'unknown'), 1
      from ${unrolled(noteId, now)}),
    sums as (
      select traffic, surface, reason, viewer_group, viewer_language, viewer_country, sum(impressions)::integer as impressions
      from parts group by 1, 2, 3, 4, 5, 6)
    select s.impressions as counted, coalesce(o.impressions, 0) as opening,
      coalesce((select jsonb_agg(sums) from sums), '[]') as sums
    from note_stat as s left join exposure_opening as o using (note_id) where s.note_id = ${noteId}`.execute(db);
  return rows[0] ?? { counted: 0, opening: 0, sums: [] };
}

/** Impressions by the hour, oldest first. */
export async function selectNoteHours(db: Queryable, noteId: string, since: Date, now: Date) {
  const { rows } = await sql<{ hour: Date; impressions: number }>`
    select hour, sum(impressions)::integer as impressions
    from (
      select hour, impressions from exposure_note_hour where note_id = ${noteId} and hour >= ${since}
      union all
      select date_bin('1 hour', at, 'epoch'), 1 from ${unrolled(noteId, now)}) as parts
    group by hour order by hour`.execute(db);
  return rows;
}

/** The watermark is read in the same statement: no row is seen twice, or not at all. Sums that lag by more than a day are shown as they are. */
function unrolled(noteId: string, now: Date) {
  const yesterday = dayOf(now.getTime() - 86_400_000);
  return sql`exposure join exposure_rollup on at > rolled_until where note_id = ${noteId} and day >= ${yesterday}::date`;
}

export interface NoteOutcome {
  author_id: string;
  opened: number;
  liked: number;
  collected: number;
  commented: number;
  shared: number;
  followed: number;
  translated: number;
}

/** What viewers did with a note. A follow counts when it came after the note was shown to its follower. */
export async function selectNoteOutcome(db: Queryable, noteId: string): Promise<NoteOutcome | undefined> {
  const { rows } = await sql<NoteOutcome>`
    select note.author_id, s.views as opened, s.likes as liked, s.collects as collected, s.comments as commented,
      s.shares as shared,
      (select count(*)::integer from follow join note_viewer as v on v.note_id = note.id and v.viewer_key = follow.member_id::text
        where follow.followee_id = note.author_id and follow.at >= note.published_at
          and follow.at between v.impression_at and v.impression_at + interval '1 day') as followed,
      (select count(*)::integer from translation_reader as t where t.note_id = note.id) as translated
    from note join note_stat as s on s.note_id = note.id
    where note.id = ${noteId} and note.deleted_at is null`.execute(db);
  return rows[0];
}
