import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { compareLedger, keepCheck, type LedgerCheck } from './check-ledger.sql.ts';
import { takeTime } from './roll-up.sql.ts';

const mostExamples = 20;

/** Whether the ledger's rows of every note are as many as its counted impressions; the public account shows the last answer. */
export async function checkLedger({ db, clock, log }: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<LedgerCheck> {
  const check = await inTransaction(db, async (tx) => {
    await takeTime(tx);
    const found = await compareLedger(tx, mostExamples);
    await keepCheck(tx, found, dateOf(clock));
    return found;
  });
  if (check.differingNotes > 0) log.error(check, 'the exposure ledger differs from what was counted');
  return check;
}
