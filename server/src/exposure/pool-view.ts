import type { poolView } from '@teahouse/contract';
import type { TrafficPolicy } from '@teahouse/engine';
import type { z } from 'zod';
import type { NotePoolRow, PoolStepRow } from './note-pools.sql.ts';

export type PoolView = z.infer<typeof poolView>;

/** How far a note has come; nothing written down yet: it waits. */
export function viewPool(row: NotePoolRow | undefined, { ladder }: Pick<TrafficPolicy, 'ladder'>): PoolView {
  const poolCount = ladder.pools.length + 1;
  if (!row) return { state: 'waiting', pool: 1, poolCount, impressions: 0 };
  return {
    state: row.state,
    pool: row.pool,
    poolCount,
    impressions: row.impressions,
    ...present('quota', row.quota),
    ...present('deadlineAt', row.deadline_at?.toISOString()),
    ...present('isPromiseKept', row.promise_kept),
    ...present('rate', row.rate),
    ...present('cellRate', row.cell_rate),
    ...present('cellNotes', row.cell_notes),
  };
}

export function viewPoolStep(row: PoolStepRow) {
  return {
    at: row.at.toISOString(),
    step: row.step as 'entered',
    from: row.from_pool,
    to: row.to_pool,
    impressions: row.impressions,
    ...present('quota', row.quota),
    ...present('rate', row.rate),
    ...present('cellRate', row.cell_rate),
  };
}

function present<K extends string, V>(key: K, value: V | null | undefined): { [key in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { [key in K]?: V });
}
