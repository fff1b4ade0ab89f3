import type { FastifyInstance } from 'fastify';
import { type MountOptions, mountRoutes } from '../http/mount.ts';
import { makeDaysAhead } from '../platform/db/day-partitions.sql.ts';
import type { Deps } from '../platform/deps.ts';
import { checkLedger } from './check-ledger.ts';
import type { ExposureDeps, TrafficState } from './exposure-deps.ts';
import { defineExposureJobs } from './jobs.ts';
import { rollUp } from './roll-up.ts';
import { accountHandlers, accountRoutes, operationHandlers, operationRoutes } from './routes.ts';

export { checkLedger } from './check-ledger.ts';
export type { TrafficState } from './exposure-deps.ts';
export { readHouseExposure } from './house/read-house-exposure.ts';
export { type LedgerViewer, ledgerRows } from './ledger-rows.sql.ts';
export { selectNotePools } from './note-pools.sql.ts';
export { viewPool } from './pool-view.ts';
export { rebuildSums } from './roll-up.ts';

export function createExposure(deps: Deps, others: TrafficState & Pick<ExposureDeps, 'readers'>) {
  const exposureDeps: ExposureDeps = { ...deps, ...others };
  defineExposureJobs(deps);
  return {
    mount(http: FastifyInstance, options: MountOptions) {
      mountRoutes(http, options, accountRoutes, accountHandlers(exposureDeps));
      mountRoutes(http, options, operationRoutes, operationHandlers(exposureDeps));
    },
    start: () => makeDaysAhead(deps.db, 'exposure', deps.clock.now()),
    /** Brings the sums up to now, and compares the ledger with what was counted. */
    async settle() {
      await rollUp(deps);
      await checkLedger(deps);
    },
  };
}
