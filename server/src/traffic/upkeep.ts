import { hostname } from 'node:os';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import { renewLeases } from './leases/renew-leases.ts';
import { selectLastPosition } from './log/traffic-log.sql.ts';
import { selectPromiseCounts } from './pools/overdue.sql.ts';
import { writePools } from './pools/write-pools.ts';
import type { OpenReplica } from './replica/open-replica.ts';
import type { Replica } from './replica/replica.ts';
import { deleteNodesBefore, touchNode } from './reports/reports.sql.ts';
import { reportMilliseconds, writeReport } from './reports/write-report.ts';

type UpkeepDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'log' | 'metrics'>;

/** What another process logged is seen within this time; what this one logged, at once. */
const tailMilliseconds = { alone: 1_000, shared: 250 };
const leaseMilliseconds = 2_000;
const poolMilliseconds = 3_000;
const snapshotMilliseconds = 60_000;
const nodeMilliseconds = 10_000;
const nodeForgottenMilliseconds = 3_600_000;

/** Keeps a replica and what is written down of it up to date, until it is stopped. */
export function startUpkeep(deps: UpkeepDeps, replica: Replica): { stop(): Promise<void> } {
  const { config, log } = deps;
  const running = new Set<Promise<void>>();
  const name = `${hostname()} ${process.pid}`;

  function every(milliseconds: number, work: (open: OpenReplica) => Promise<unknown>): NodeJS.Timeout {
    let isBusy = false;
    const turn = async (open: OpenReplica) => {
      isBusy = true;
      await work(open).catch((error) => log.warn({ err: error }, 'upkeep of the traffic engine failed'));
      isBusy = false;
    };
    return setInterval(() => {
      if (isBusy || !replica.open) return;
      const done = turn(replica.open).finally(() => running.delete(done));
      running.add(done);
    }, milliseconds);
  }

  const timers = [
    every(config.isAlone ? tailMilliseconds.alone : tailMilliseconds.shared, () => replica.catchUp()),
    every(snapshotMilliseconds, () => keepRoom(deps, replica)),
    every(nodeMilliseconds, (open) => tellState(deps, name, open)),
  ];
  if (!config.isAlone) timers.push(every(leaseMilliseconds, (open) => renewLeases(deps, open)));
  if (config.role !== 'web') {
    timers.push(every(poolMilliseconds, (open) => writePools(deps, open)));
    timers.push(every(reportMilliseconds, (open) => writeReport(deps, open)));
  }
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}

/** A snapshot a minute; an engine without a free row moves into a larger memory. */
async function keepRoom(deps: UpkeepDeps, replica: Replica): Promise<void> {
  await replica.snapshot();
  if (!replica.open?.tail.isFull || !(await replica.needsRoom())) return;
  deps.log.info('the traffic engine moves into a larger memory');
  await replica.reopen();
}

async function tellState({ db, clock, metrics }: UpkeepDeps, name: string, open: OpenReplica): Promise<void> {
  const { threads, tail } = open;
  const [last, { facts, firstPools }, { overdue }] = await Promise.all([
    selectLastPosition(db),
    threads.writer.ask('stats', {}),
    selectPromiseCounts(db, dateOf(clock)),
  ]);
  metrics.trafficFacts.set(facts);
  metrics.trafficPosition.set(tail.position);
  metrics.trafficBehind.set(Math.max(0, last - tail.position));
  metrics.firstPoolWaiting.set(firstPools.waiting);
  metrics.firstPoolOverdue.set(overdue);
  await touchNode(db, name, tail.position, dateOf(clock));
  await deleteNodesBefore(db, new Date(clock.now() - nodeForgottenMilliseconds));
}
