import type { HouseExposureView } from '@teahouse/contract';
import type { EnginePage, EngineSize, TrafficPolicy } from '@teahouse/engine';
import type { FastifyInstance } from 'fastify';
import { type MountOptions, mountRoutes } from '../http/mount.ts';
import { keepDays } from '../platform/db/day-partitions.sql.ts';
import type { Deps } from '../platform/deps.ts';
import { deedNames, newsNames } from './log/facts-of-deeds.ts';
import { keepLog, logDaysKept } from './log/keep-log.ts';
import { createPageFigures } from './page-figures.ts';
import { readCurrentPolicy } from './policy/current-policy.ts';
import { createPolicyInForce } from './policy/policy-in-force.ts';
import { writePools } from './pools/write-pools.ts';
import type { PageOrder } from './replica/protocol.ts';
import { createReplica } from './replica/replica.ts';
import type { StartThread } from './replica/thread.ts';
import { engineHandlers, engineRoutes, policyHandlers, policyRoutes } from './routes.ts';
import { startUpkeep } from './upkeep.ts';
import { within } from './within.ts';

/** What tests bring along: threads they can end, and less memory. */
export interface TrafficParts {
  startThread?: StartThread;
  size?: EngineSize;
}

/** Serves pages of the traffic engine; the engine learns from the log of the house. */
export interface Traffic {
  /** Undefined while there is no engine, or when it does not answer in time: the interim ranking serves. */
  page(order: Omit<PageOrder, 'seed'>): Promise<EnginePage | undefined>;
  ranking(): 'engine' | 'interim';
  /** In force at the moment. */
  policy(): TrafficPolicy;
  /** Waits, no longer than so, until the engine here knows everything that was committed before the call. */
  caughtUp(mostMilliseconds: number): Promise<void>;
}

interface Others extends TrafficParts {
  /** The account of the last days, as `readHouseExposure` of the exposure room gives it. */
  readHouseExposure(
    needs: Pick<Deps, 'db' | 'clock'> & Pick<Traffic, 'policy' | 'ranking'>,
    days: number,
  ): Promise<HouseExposureView>;
}

export function createTraffic(deps: Deps, { readHouseExposure, ...parts }: Others) {
  const { db, events, config, clock } = deps;
  keepLog(deps);
  const policy = createPolicyInForce(deps);
  const figures = createPageFigures(deps);
  const replica = createReplica(deps, {
    readers: config.traffic.threads,
    pageMilliseconds: config.traffic.pageMilliseconds,
    currentPolicy: () => readCurrentPolicy(db),
    isLeased: !config.isAlone,
    least: parts.size,
    startThread: parts.startThread,
  });
  let upkeep: ReturnType<typeof startUpkeep> | undefined;
  for (const name of [...deedNames, ...newsNames])
    events.afterDelivery(name, () => {
      replica.catchUp().catch((error) => deps.log.warn({ err: error }, 'the traffic log could not be followed'));
    });

  const traffic: Traffic = {
    async page(order) {
      const answer = await replica.page({ ...order, seed: String(deps.random()) });
      if (answer) figures.count(answer.page, answer.milliseconds);
      return answer?.page;
    },
    ranking: () => (replica.open ? 'engine' : 'interim'),
    policy: () => policy.current(),
    caughtUp: (mostMilliseconds) =>
      within(mostMilliseconds, async () => {
        if (!replica.open) return;
        await events.drain();
        await replica.catchUp();
      }),
  };
  return {
    ...traffic,
    replica,
    mount(http: FastifyInstance, options: MountOptions) {
      const readHouse = (days: number) => readHouseExposure({ db, clock, ...traffic }, days);
      mountRoutes(http, options, policyRoutes, policyHandlers(deps));
      mountRoutes(http, options, engineRoutes, engineHandlers(deps, { replica, figures, policy, readHouse }));
    },
    async start() {
      await keepDays(db, 'traffic_log', clock.now(), logDaysKept);
      await policy.start();
      if (config.traffic.ranking === 'interim') return;
      replica.start();
      upkeep ??= startUpkeep(deps, replica);
    },
    /** Everything that is logged is applied, and written down of what it led to. */
    async settle() {
      await replica.catchUp();
      if (replica.open) await writePools(deps, replica.open);
    },
    async stop() {
      policy.stop();
      await upkeep?.stop();
      await replica.snapshot().catch((error) => deps.log.warn({ err: error }, 'no snapshot was kept'));
      await replica.stop();
    },
  };
}
