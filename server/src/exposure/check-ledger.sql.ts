import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export interface LedgerCheck {
  ledgerRows: number;
  counted: number;
  differingNotes: number;
  /** The first of them. */
  examples: { noteId: string; counted: number; bySums: number; byRows: number }[];
}

/**
 * Compares each note's counter with the ledger twice over: by its sums and what they do not hold yet, and by the rows that are kept and
 * those that are gone. One statement, so that a house in full swing is seen at one moment.
 */
export async function compareLedger(tx: Tx, mostExamples: number): Promise<LedgerCheck> {
  const { rows } = await sql<LedgerCheck>`
    with sums as (
      select note_id, sum(impressions) as rolled, sum(expired) as expired from exposure_note group by note_id),
    raw as (
      select note_id, count(*) as kept, count(*) filter (where at > rolled_until) as waiting
      from exposure, exposure_rollup where day >= expired_until group by note_id),
    compared as (
      select s.note_id, s.impressions as counted,
        coalesce(o.impressions, 0) + coalesce(rolled, 0) + coalesce(waiting, 0) as by_sums,
        coalesce(o.impressions, 0) + coalesce(expired, 0) + coalesce(kept, 0) as by_rows
      from note_stat as s left join exposure_opening as o using (note_id) left join sums using (note_id) left join raw using (note_id)),
    differing as (select * from compared where counted <> by_sums or counted <> by_rows)
    select coalesce(sum(by_sums), 0)::bigint as "ledgerRows", coalesce(sum(counted), 0)::bigint as counted,
      (select count(*) from differing) as "differingNotes",
      coalesce((
        select jsonb_agg(jsonb_build_object('noteId', note_id, 'counted', counted, 'bySums', by_sums, 'byRows', by_rows))
        from (select * from differing order by note_id limit ${mostExamples}) as d), '[]') as examples
    from compared`.execute(tx);
  return rows[0] ?? { ledgerRows: 0, counted: 0, differingNotes: 0, examples: [] };
}

export async function keepCheck(tx: Tx, { ledgerRows, counted, differingNotes }: LedgerCheck, at: Date): Promise<void> {
  await tx
    .updateTable('exposure_rollup')
    .set({ checked_at: at, ledger_rows: ledgerRows, counted, differing_notes: differingNotes })
    .execute();
}
