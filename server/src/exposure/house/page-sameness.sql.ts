import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';

/** The newest rows and opens that are looked at: thousands of viewers, whatever the size of the house. */
const mostRows = 20_000;
const slotsLookedAt = 20;
/** Of fewer slots a largest part says nothing. */
const leastSlots = 10;

export interface SamenessRow {
  of: 'topic' | 'language' | 'newcomer';
  p50: number;
  p95: number;
}

/** Largest part of a viewer's first slots in discovery that one topic or language, or newcomers, held: over the viewers of a day. */
export async function selectSameness(db: Queryable, since: Date): Promise<SamenessRow[]> {
  const { rows } = await sql<SamenessRow>`
    with recent as (
      select viewer_key, note_id, note_language, author_group, at, slot from exposure
      where at > ${since} and day >= ${dayOf(since.getTime())}::date and surface = 'discover' order by at desc limit ${mostRows}),
    numbered as (
      select *, row_number() over (partition by viewer_key order by at, slot) as place, count(*) over (partition by viewer_key) as slots
      from recent),
    first_slots as (
      select * from numbered where place <= ${slotsLookedAt} and slots >= ${leastSlots}),
    viewers as (
      select viewer_key, count(*)::float8 as slots, count(*) filter (where author_group = 'newcomer') as newcomers
      from first_slots group by viewer_key),
    topics as (
      select viewer_key, concept_id, count(distinct note_id) as slots
      from first_slots join (
        select note_id, coalesce(topic.concept_id, topic.id) as concept_id from note_topic join topic on topic.id = topic_id
      ) as t using (note_id) group by 1, 2),
    languages as (select viewer_key, note_language, count(*) as slots from first_slots group by 1, 2),
    parts as (
      select 'topic' as of, coalesce((select max(t.slots) from topics as t where t.viewer_key = v.viewer_key), 0) / v.slots as part from viewers as v
      union all
      select 'language', (select max(l.slots) from languages as l where l.viewer_key = v.viewer_key) / v.slots from viewers as v
      union all
      select 'newcomer', newcomers / slots from viewers)
    select of, percentile_cont(0.5) within group (order by part) as p50, percentile_cont(0.95) within group (order by part) as p95
    from parts group by of order by of`.execute(db);
  return rows;
}

/** Notes by language: opened by viewers, and shown to them, in a day. */
export async function selectLanguageUse(
  db: Queryable,
  since: Date,
): Promise<{ language: string; opened: number; shown: number }[]> {
  const { rows } = await sql<{ language: string; opened: number; shown: number }>`
    with opened as (
      select note_id from viewer_event
      where day >= ${dayOf(since.getTime())}::date and at > ${since} and kind = 'open' limit ${mostRows}),
    shown as (select note_language as language, sum(impressions) as shown from exposure_bucket where bucket >= ${since} group by 1),
    opens as (select language, count(*) as opened from opened join note on note.id = note_id group by 1)
    select language, coalesce(opened, 0)::float8 as opened, coalesce(shown, 0)::float8 as shown
    from opens full join shown using (language)`.execute(db);
  return rows;
}
