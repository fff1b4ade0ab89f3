import type { Blobs } from '../platform/blobs.ts';
import type { Db } from '../platform/db/database.ts';
import { selectLastPosition } from './log/traffic-log.sql.ts';
import { selectPromiseCounts } from './pools/overdue.sql.ts';
import { selectNodes } from './reports/reports.sql.ts';
import { deleteAllSnapshots, selectSnapshots } from './snapshots/snapshots.sql.ts';

export const trafficCommands = ['status', 'rebuild'] as const;
export type TrafficCommand = (typeof trafficCommands)[number];

export function isTrafficCommand(word: string): word is TrafficCommand {
  return trafficCommands.some((command) => command === word);
}

const mostSnapshots = 10;

/** What an operator reads of the traffic engine without asking a running house, or its beginning anew. */
export async function runTrafficCommand(
  { db, blobs, now }: { db: Db; blobs: Blobs; now: Date },
  command: TrafficCommand,
): Promise<string> {
  return command === 'rebuild' ? forgetSnapshots(db, blobs) : describe(db, now);
}

async function describe(db: Db, now: Date): Promise<string> {
  const [position, snapshots, nodes, { waiting, overdue }] = await Promise.all([
    selectLastPosition(db),
    selectSnapshots(db, mostSnapshots),
    selectNodes(db),
    selectPromiseCounts(db, now),
  ]);
  return [
    `log: position ${position}`,
    ...snapshots.map((row) => `snapshot: position ${row.position}, ${row.bytes} bytes, ${row.made_at.toISOString()}`),
    ...nodes.map((row) => `node: ${row.name}, position ${row.position}, seen ${row.seen_at.toISOString()}`),
    `first audiences: ${waiting} waiting, ${overdue} of the last day not kept`,
  ].join('\n');
}

async function forgetSnapshots(db: Db, blobs: Blobs): Promise<string> {
  const keys = await deleteAllSnapshots(db);
  for (const key of keys) await blobs.delete(key);
  return `${keys.length} snapshots forgotten: engines that are opened from now on read the tables`;
}
