import { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import { checkLedger } from './check-ledger.ts';
import { keepLedgerDays, rollUp } from './roll-up.ts';
import { lookForSignals } from './signals/look-for-signals.ts';

export function defineExposureJobs(deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'log' | 'jobs'>): void {
  deps.jobs.define('exposure.rollUp', z.unknown(), () => rollUp(deps));
  deps.jobs.define('exposure.keepDays', z.unknown(), () => keepLedgerDays(deps));
  deps.jobs.define('exposure.check', z.unknown(), async () => void (await checkLedger(deps)));
  deps.jobs.define('exposure.lookForSignals', z.unknown(), () => lookForSignals(deps));
  deps.jobs.schedule('* * * * *', 'exposure.rollUp');
  deps.jobs.schedule('37 2,14 * * *', 'exposure.keepDays');
  deps.jobs.schedule('11 4 * * *', 'exposure.check');
  deps.jobs.schedule('*/15 * * * *', 'exposure.lookForSignals');
}
