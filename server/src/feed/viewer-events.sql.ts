import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

export interface EventRow {
  day: string;
  note_id: string;
  kind: 'impression' | 'open' | 'dwell';
  token_id: string;
  surface: string;
  slot: number;
  milliseconds: number | null;
}

/**
 * Logs what is new of a batch and counts the impressions nobody counted before, in one statement: a token counts once per kind,
 * a viewer once per note. Counters are locked in the order of ids, so that two batches cannot wait for each other.
 */
export async function insertEvents(
  tx: Queryable,
  viewerKey: string,
  at: Date,
  events: readonly EventRow[],
): Promise<{ accepted: number; counted: string[] }> {
  const { rows } = await sql<{ accepted: number; counted: string[] }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as event (day date, note_id uuid, kind text, token_id text, surface text, slot smallint, milliseconds integer)),
    logged as (
      insert into viewer_event (day, viewer_key, note_id, kind, token_id, surface, slot, milliseconds, at)
      select day, ${viewerKey}, note_id, kind, token_id, surface, slot, milliseconds, ${at} from given
      on conflict (day, token_id, kind) do nothing returning note_id, kind),
    seen as (
      insert into note_viewer (note_id, viewer_key, impression_at)
      select distinct note_id, ${viewerKey}, ${at}::timestamptz from logged where kind = 'impression' order by note_id
      on conflict (note_id, viewer_key) do update set impression_at = excluded.impression_at
      where note_viewer.impression_at is null returning note_id),
    locked as (
      select note_id from note_stat where note_id in (select note_id from seen) order by note_id for update),
    counted as (
      update note_stat set impressions = impressions + 1 from locked where note_stat.note_id = locked.note_id
      returning note_stat.note_id)
    select (select count(*) from logged)::integer as accepted, array(select note_id from counted) as counted`.execute(
    tx,
  );
  return rows[0] ?? { accepted: 0, counted: [] };
}

/** Counts the first view of a viewer; returns the counter, or undefined when this viewer was counted before. */
export async function insertView(
  tx: Queryable,
  noteId: string,
  viewerKey: string,
  at: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ views: number }>`
    with first as (
      insert into note_viewer (note_id, viewer_key, view_at) values (${noteId}, ${viewerKey}, ${at})
      on conflict (note_id, viewer_key) do update set view_at = excluded.view_at where note_viewer.view_at is null
      returning note_id)
    update note_stat set views = views + 1 from first where note_stat.note_id = first.note_id
    returning note_stat.views`.execute(tx);
  return rows[0]?.views;
}
