import type { PoolStanding } from '@teahouse/engine';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { OpenReplica } from '../replica/open-replica.ts';
import type { NoteStanding, PoolStep } from '../replica/protocol.ts';
import { insertSteps, type PoolRow, type PoolStepRow, upsertPools } from './note-pools.sql.ts';

const rowsAtOnce = 1_000;

/** Writes down how far notes have come, for their authors and the house's accounts. */
export async function writePools({ db }: Pick<Deps, 'db'>, { threads, tail }: OpenReplica): Promise<void> {
  for (;;) {
    const { position } = tail;
    const { steps, standings } = await threads.writer.ask('pools', { most: rowsAtOnce });
    if (steps.length === 0 && standings.length === 0) return;
    await inTransaction(db, async (tx) => {
      if (steps.length > 0) await insertSteps(tx, steps.map(stepRow));
      if (standings.length > 0) await upsertPools(tx, position, standings.map(poolRow));
    });
    if (Math.max(steps.length, standings.length) < rowsAtOnce) return;
  }
}

function stepRow({ note, position, at, step, from, to, impressions, quota, rate, cellRate }: PoolStep): PoolStepRow {
  return {
    note_id: note,
    position,
    step,
    from_pool: from,
    to_pool: to,
    impressions,
    quota: wholeOf(quota),
    rate: rate ?? null,
    cell_rate: cellRate ?? null,
    at: new Date(at),
  };
}

function poolRow({ note, standing }: NoteStanding): PoolRow {
  const { pool, promise, bound, rate, cellQuantile } = standing;
  const isFirst = pool <= 1 && promise !== undefined;
  return {
    note_id: note,
    state: stateOf(standing),
    pool,
    quota: wholeOf(isFirst ? promise.quota : bound),
    impressions: isFirst ? promise.delivered : standing.impressions,
    rate,
    cell_rate: cellQuantile,
    deadline_at: promise ? new Date(promise.deadline) : null,
  };
}

/** In words of the house (contract, `poolView`). */
function stateOf({ state, pool, promise }: PoolStanding): string {
  if (state === 'open' || state === 'stopped') return state;
  if (promise && promise.delivered < promise.quota && pool <= 1)
    return promise.delivered === 0 ? 'waiting' : 'first-pool';
  return promise || pool > 1 ? 'climbing' : 'not-promised';
}

function wholeOf(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Math.round(value);
}
