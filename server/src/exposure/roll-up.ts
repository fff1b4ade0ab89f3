import { inTransaction } from '../platform/db/database.ts';
import { dayOf, keepDays } from '../platform/db/day-partitions.sql.ts';
import type { Deps } from '../platform/deps.ts';
import {
  addToSums,
  closeDays,
  lockWatermark,
  moveWatermark,
  selectNextAt,
  takeOutOfSums,
  takeTime,
} from './roll-up.sql.ts';

type Needs = Pick<Deps, 'db' | 'clock'>;

/** A beacon that was told its time is committed within its statement's 15 s; clocks of several machines may differ by as much again. */
const settleMilliseconds = 30_000;
/** Most that one transaction adds: after a long rest the sums catch up in steps. */
const stepMilliseconds = 6 * 3_600_000;
const daysKept = 90;
const dayMilliseconds = 86_400_000;

/** Adds what is new in the ledger to its sums. Any number of processes may try: each row is added once. */
export async function rollUp({ db, clock }: Needs): Promise<void> {
  const settledAt = clock.now() - settleMilliseconds;
  while (await inTransaction(db, (tx) => rollStep(tx, settledAt)));
}

/** Whether more is waiting. */
async function rollStep(tx: Parameters<typeof lockWatermark>[0], settledAt: number): Promise<boolean> {
  const { rolledUntil } = await lockWatermark(tx);
  if (settledAt <= rolledUntil.getTime()) return false;
  const next = await selectNextAt(tx, rolledUntil);
  const until = Math.min((next?.getTime() ?? settledAt) + stepMilliseconds, settledAt);
  if (until <= rolledUntil.getTime()) return false;
  if (next && next.getTime() <= until) await addToSums(tx, rolledUntil, new Date(until));
  await moveWatermark(tx, new Date(until));
  return until < settledAt;
}

/** Forgets every sum whose rows are kept, and adds them up again. Readers see the right numbers meanwhile: they add what is not rolled up. */
export async function rebuildSums(deps: Needs): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await takeTime(tx);
    const { expiredUntil } = await lockWatermark(tx);
    await takeOutOfSums(tx, new Date(expiredUntil));
    await moveWatermark(tx, new Date(Date.parse(expiredUntil) - 1));
  });
  await rollUp(deps);
}

/** Partitions for the days to come are there before their first row; rows older than a season go, their sums stay. */
export async function keepLedgerDays(deps: Needs): Promise<void> {
  const { db, clock } = deps;
  await rollUp(deps);
  const oldest = dayOf(clock.now() - daysKept * dayMilliseconds);
  await inTransaction(db, async (tx) => {
    await takeTime(tx);
    const { expiredUntil } = await lockWatermark(tx);
    if (expiredUntil < oldest) await closeDays(tx, expiredUntil, oldest);
  });
  await keepDays(db, 'exposure', clock.now(), daysKept);
}
