import type { HouseExposureView, ResponseOf, trafficOperationsRoutes } from '@teahouse/contract';
import { dateOf } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { selectLastPosition } from '../log/traffic-log.sql.ts';
import type { PageFigures } from '../page-figures.ts';
import { selectPromiseCounts } from '../pools/overdue.sql.ts';
import type { Replica } from '../replica/replica.ts';
import { selectNodes } from '../reports/reports.sql.ts';
import { selectSnapshots } from '../snapshots/snapshots.sql.ts';
import { countOpenSignals } from './open-signals.sql.ts';

type Overview = ResponseOf<(typeof trafficOperationsRoutes)['overview']>;

export interface OverviewParts {
  replica: Pick<Replica, 'open'>;
  figures: Pick<PageFigures, 'read'>;
  /** The public account of the last days. */
  readHouse(days: number): Promise<HouseExposureView>;
}

const days = 7;

/** What an operator reads of the engine in this process, and of the house it serves. */
export async function readOverview(deps: Pick<Deps, 'db' | 'clock'>, parts: OverviewParts): Promise<Overview> {
  const { db, clock } = deps;
  const [exposure, engine, last, { overdue }, nodes, openSignals, [snapshot]] = await Promise.all([
    parts.readHouse(days),
    engineState(parts.replica),
    selectLastPosition(db),
    selectPromiseCounts(db, dateOf(clock)),
    selectNodes(db),
    countOpenSignals(db),
    selectSnapshots(db, 1),
  ]);
  const { p50Milliseconds, p99Milliseconds, ...figures } = parts.figures.read();
  return {
    exposure,
    engine: {
      ...engine,
      ...figures,
      ...(p50Milliseconds === undefined ? {} : { p50Milliseconds }),
      ...(p99Milliseconds === undefined ? {} : { p99Milliseconds }),
      behind: Math.max(0, last - engine.position),
      ...(snapshot ? { snapshotAt: snapshot.made_at.toISOString(), snapshotBytes: snapshot.bytes } : {}),
      overdue,
      nodes: nodes.map(({ name, position, seen_at }) => ({ name, position, seenAt: seen_at.toISOString() })),
    },
    openSignals,
  };
}

async function engineState({ open }: Pick<Replica, 'open'>) {
  const stats = await open?.threads.writer.ask('stats', {}).catch(() => undefined);
  return {
    ranking: stats ? ('engine' as const) : ('interim' as const),
    notes: stats?.notes ?? 0,
    members: stats?.members ?? 0,
    bytes: stats?.bytes ?? 0,
    position: stats ? (open?.tail.position ?? 0) : 0,
    waitingForFirstPool: stats?.firstPools.waiting ?? 0,
    isQuotaBelowFull: stats?.firstPools.isBelowFull ?? false,
  };
}
