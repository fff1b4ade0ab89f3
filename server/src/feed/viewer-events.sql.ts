import type { SeenEvent } from '@teahouse/contract';
import { sql } from 'kysely';
import { type LedgerViewer, ledgerRows } from '../exposure/index.ts';
import type { Queryable } from '../platform/db/database.ts';

export interface EventRow {
  /** Place in the batch: of two slots with the same note the earlier one counts. */
  place: number;
  day: string;
  note_id: string;
  kind: SeenEvent['kind'];
  token_id: string;
  surface: string;
  slot: number;
  milliseconds: number | null;
  traffic: string;
  reason: string;
  pool: number;
  propensity: number;
  promotion_id: string | null;
}

/**
 * Logs what is new of a batch, counts the impressions nobody counted before, writes a row of the ledger for each of these and announces
 * it all, in one statement: a token counts once per kind, a viewer once per note. Counters are locked in the order of ids, so that
 * two batches cannot wait for each other.
 */
export async function insertEvents(
  db: Queryable,
  viewer: LedgerViewer,
  at: Date,
  events: readonly EventRow[],
): Promise<{ accepted: number; counted: string[] }> {
  const { rows } = await sql<{ accepted: number; counted: string[] }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as event (place integer, day date, note_id uuid, kind text, token_id text, surface text, slot smallint, milliseconds integer,
          traffic text, reason text, pool smallint, propensity real, promotion_id uuid)),
    logged as (
      insert into viewer_event (day, viewer_key, note_id, kind, token_id, surface, slot, milliseconds, at)
      select day, ${viewer.key}, note_id, kind, token_id, surface, slot, milliseconds, ${at} from given
      on conflict (day, token_id, kind) do nothing returning token_id, kind),
    fresh as (select given.* from given join logged using (token_id, kind)),
    seen as (
      insert into note_viewer (note_id, viewer_key, impression_at)
      select distinct note_id, ${viewer.key}, ${at}::timestamptz from fresh where kind = 'impression' order by note_id
      on conflict (note_id, viewer_key) do update set impression_at = excluded.impression_at
      where note_viewer.impression_at is null returning note_id),
    locked as (
      select note_id from note_stat where note_id in (select note_id from seen) order by note_id for no key update),
    counted as (
      update note_stat set impressions = impressions + 1 from locked where note_stat.note_id = locked.note_id
      returning note_stat.note_id),
    firsts as (
      select distinct on (note_id) fresh.* from fresh join counted using (note_id) where kind = 'impression'
      order by note_id, place),
    ${ledgerRows(viewer, at)},
    announced as (
      insert into outbox (name, payload)
      select 'feed.seen', jsonb_build_object('viewerKey', ${viewer.key}::text, 'at', ${at.getTime()}::bigint, 'events', jsonb_agg(${seenEvent} order by fresh.place))
      from fresh left join firsts using (place) having count(*) > 0)
    select (select count(*) from logged)::integer as accepted, array(select note_id from counted) as counted`.execute(
    db,
  );
  return rows[0] ?? { accepted: 0, counted: [] };
}

const seenEvent = sql`jsonb_strip_nulls(jsonb_build_object('noteId', fresh.note_id, 'kind', fresh.kind,
        'isFirst', case when firsts.note_id is not null then true end, 'milliseconds', fresh.milliseconds,
        'surface', fresh.surface, 'slot', fresh.slot, 'traffic', fresh.traffic, 'reason', fresh.reason, 'pool', fresh.pool,
        'propensity', fresh.propensity, 'promotionId', fresh.promotion_id))`;

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
