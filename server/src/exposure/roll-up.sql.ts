import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db/database.ts';
import { dayOf } from '../platform/db/day-partitions.sql.ts';

export interface Watermark {
  /** Rows up to this time are in the sums. */
  rolledUntil: Date;
  /** Rows of days before this one are gone, or about to go. */
  expiredUntil: string;
}

/** Nobody else rolls up, expires or rebuilds until the transaction ends. */
export async function lockWatermark(tx: Tx): Promise<Watermark> {
  const row = await tx
    .selectFrom('exposure_rollup')
    .select(['rolled_until', 'expired_until'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { rolledUntil: row.rolled_until, expiredUntil: row.expired_until };
}

export async function moveWatermark(tx: Tx, rolledUntil: Date): Promise<void> {
  await tx.updateTable('exposure_rollup').set({ rolled_until: rolledUntil }).execute();
}

/** Time of the first row after the watermark. */
export async function selectNextAt(tx: Tx, after: Date): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('exposure')
    .select('at')
    .where('at', '>', after)
    .where('day', '>=', dayOf(after.getTime()))
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** What a note's impressions are told apart by; one list, so that what is expired is exactly what was added. */
const noteParts = sql`note_id, traffic, surface, reason, viewer_group, viewer_language, coalesce(viewer_country, 'unknown')`;
const noteColumns = sql`note_id, traffic, surface, reason, viewer_group, viewer_language, viewer_country`;
const bucketColumns = sql`bucket, traffic, surface, reason, author_group, note_language, viewer_group, viewer_language`;
const bucketOf = sql`date_bin('5 minutes', at, 'epoch')`;
/** The issue of small authors: fewer followers than this. */
export const smallAuthorFollowers = 1_000;

/**
 * Adds the rows between two times to every sum. A note that is being erased is left out of the sums by note; the key lock makes
 * the erasing wait, or this one see that it is gone.
 */
export async function addToSums(tx: Tx, after: Date, until: Date): Promise<void> {
  await sql`
    with fresh as materialized (
      select * from exposure where at > ${after} and at <= ${until}
        and day between ${dayOf(after.getTime())}::date and ${dayOf(until.getTime())}::date),
    standing as (
      select note_id from note_stat where note_id in (select note_id from fresh) order by note_id for key share),
    buckets as (
      insert into exposure_bucket as b (${bucketColumns}, impressions, to_small_authors)
      select ${bucketOf}, traffic, surface, reason, author_group, note_language, viewer_group, viewer_language,
        count(*), count(*) filter (where author_followers < ${smallAuthorFollowers})
      from fresh group by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (${bucketColumns}) do update
        set impressions = b.impressions + excluded.impressions, to_small_authors = b.to_small_authors + excluded.to_small_authors),
    topics as (
      insert into exposure_topic_bucket as b (bucket, topic_id, viewer_group, impressions)
      select ${bucketOf}, concept_id, viewer_group, count(*)
      from fresh join (
        select distinct note_id, coalesce(topic.concept_id, topic.id) as concept_id
        from note_topic join topic on topic.id = note_topic.topic_id
        where note_id in (select note_id from fresh)) as concepts using (note_id)
      group by 1, 2, 3
      on conflict (bucket, topic_id, viewer_group) do update set impressions = b.impressions + excluded.impressions),
    hours as (
      insert into exposure_note_hour as h (note_id, hour, impressions)
      select note_id, date_bin('1 hour', at, 'epoch'), count(*) from fresh join standing using (note_id) group by 1, 2
      on conflict (note_id, hour) do update set impressions = h.impressions + excluded.impressions)
    insert into exposure_note as n (${noteColumns}, impressions)
    select ${noteParts}, count(*) from fresh join standing using (note_id) group by 1, 2, 3, 4, 5, 6, 7
    on conflict (${noteColumns}) do update set impressions = n.impressions + excluded.impressions`.execute(tx);
}

/** Takes the rows that are still kept out of the sums: rolling up again adds them anew. */
export async function takeOutOfSums(tx: Tx, since: Date): Promise<void> {
  await sql`delete from exposure_bucket where bucket >= ${since}`.execute(tx);
  await sql`delete from exposure_topic_bucket where bucket >= ${since}`.execute(tx);
  await sql`delete from exposure_note_hour where hour >= ${since}`.execute(tx);
  await sql`delete from exposure_note where expired = 0`.execute(tx);
  await sql`update exposure_note set impressions = expired where impressions <> expired`.execute(tx);
}

/** Remembers in the sums how many of their rows go with the days before `oldest`. */
export async function closeDays(tx: Tx, from: string, oldest: string): Promise<void> {
  await sql`
    update exposure_note as n set expired = n.expired + gone.rows
    from (
      select ${noteColumns}, count(*)::integer as rows
      from (select ${noteParts} as viewer_country from exposure where day >= ${from}::date and day < ${oldest}::date) as e
      group by ${noteColumns}) as gone
    where (n.note_id, n.traffic, n.surface, n.reason, n.viewer_group, n.viewer_language, n.viewer_country)
      = (gone.note_id, gone.traffic, gone.surface, gone.reason, gone.viewer_group, gone.viewer_language, gone.viewer_country)`.execute(
    tx,
  );
  await sql`delete from exposure_note_hour where hour < ${oldest}::date`.execute(tx);
  await sql`delete from exposure_topic_bucket where bucket < ${oldest}::date`.execute(tx);
  await sql`update exposure_rollup set expired_until = ${oldest}::date`.execute(tx);
}

/** For work over whole tables that may take longer than a request. */
export async function takeTime(tx: Queryable): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
}
