import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.ts';

export interface PoolStepRow {
  note_id: string;
  position: number;
  step: string;
  from_pool: number;
  to_pool: number;
  impressions: number;
  quota: number | null;
  rate: number | null;
  cell_rate: number | null;
  at: Date;
}

export interface PoolRow {
  note_id: string;
  state: string;
  pool: number;
  quota: number | null;
  impressions: number;
  rate: number | null;
  cell_rate: number | null;
  deadline_at: Date | null;
}

/** Every replica sees the same steps at the same positions: whoever comes later changes nothing. */
export async function insertSteps(tx: Tx, rows: readonly PoolStepRow[]): Promise<void> {
  await sql`
    insert into note_pool_step (note_id, position, step, from_pool, to_pool, impressions, quota, rate, cell_rate, at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      note_id uuid, position bigint, step text, from_pool smallint, to_pool smallint, impressions integer, quota integer,
      rate real, cell_rate real, at timestamptz)
    order by note_id, position on conflict do nothing`.execute(tx);
}

/** Where notes stand; what became of their promises is read from their steps, of which the first counts. */
export async function upsertPools(tx: Tx, position: number, rows: readonly PoolRow[]): Promise<void> {
  await sql`
    insert into note_pool (note_id, author_id, state, pool, quota, impressions, rate, cell_rate, deadline_at, filled_at,
      promise_kept, published_at, position)
    select given.note_id, note.author_id, given.state, given.pool, given.quota, given.impressions, given.rate, given.cell_rate,
      given.deadline_at, case when ending.step = 'reached' then ending.at end, ending.step = 'reached', note.published_at, ${position}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
        note_id uuid, state text, pool smallint, quota integer, impressions integer, rate real, cell_rate real, deadline_at timestamptz)
      join note on note.id = given.note_id
      left join lateral (
        select step, at from note_pool_step as s where s.note_id = given.note_id and step in ('reached', 'missed')
        order by s.position limit 1) as ending on true
    order by given.note_id
    on conflict (note_id) do update set state = excluded.state, pool = excluded.pool, quota = excluded.quota,
      impressions = excluded.impressions, rate = excluded.rate, cell_rate = excluded.cell_rate,
      deadline_at = coalesce(excluded.deadline_at, note_pool.deadline_at),
      filled_at = coalesce(note_pool.filled_at, excluded.filled_at),
      promise_kept = coalesce(note_pool.promise_kept, excluded.promise_kept), position = excluded.position
    where note_pool.position <= excluded.position`.execute(tx);
}
