import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { logDaysKept } from '../log/keep-log.ts';
import { deleteSnapshotsBut, insertSnapshot, type SnapshotRow, selectSnapshots, tryLock } from './snapshots.sql.ts';

type SnapshotDeps = Pick<Deps, 'db' | 'clock' | 'blobs' | 'log'>;

/** The newest, and the first of each of the last days to replay them from. */
const kept = 2;
const mostSnapshots = 8;
/** Another process has just made one. */
const freshMilliseconds = 45_000;
/** With a day to spare the log after it is still whole. */
const usableMilliseconds = (logDaysKept - 1) * 86_400_000;
/** The engine's own header says what is in it; this number tells houses apart that keep something else under these keys. */
const format = 1;

/** What the engine's memory was at a position of the log. */
export interface KeptSnapshot {
  bytes: Uint8Array<ArrayBuffer>;
  position: number;
}

/** Those that can be read and are young enough to go on from, newest first. */
export async function* readSnapshots(deps: SnapshotDeps): AsyncGenerator<KeptSnapshot> {
  for (const row of await selectUsable(deps)) {
    const snapshot = await readSnapshot(deps, row);
    if (snapshot) yield snapshot;
  }
}

/** The last one before a time, or else the first after it. */
export async function readSnapshotOf(deps: SnapshotDeps, time: Date): Promise<KeptSnapshot | undefined> {
  const rows = await selectUsable(deps);
  const row = rows.find(({ made_at }) => made_at <= time) ?? rows.at(-1);
  return row && readSnapshot(deps, row);
}

async function selectUsable({ db, clock }: SnapshotDeps): Promise<SnapshotRow[]> {
  const rows = await selectSnapshots(db, mostSnapshots);
  return rows.filter((row) => row.format === format && clock.now() - row.made_at.getTime() <= usableMilliseconds);
}

async function readSnapshot({ blobs, log }: SnapshotDeps, row: SnapshotRow): Promise<KeptSnapshot | undefined> {
  try {
    return { bytes: Uint8Array.from(await blobs.get(row.blob_key)), position: row.position };
  } catch (error) {
    log.warn({ err: error, key: row.blob_key }, 'snapshot of the traffic engine cannot be read');
    return undefined;
  }
}

/**
 * Keeps what the engine remembers, one process at a time.
 *
 * @returns the row, or undefined when another process did or does it
 */
export async function keepSnapshot(
  deps: SnapshotDeps,
  position: number,
  make: () => Promise<Uint8Array>,
): Promise<SnapshotRow | undefined> {
  const { db, clock, blobs } = deps;
  const [newest] = await selectSnapshots(db, 1);
  const isFresh = newest !== undefined && clock.now() - newest.made_at.getTime() < freshMilliseconds;
  if (newest && (newest.position >= position || isFresh)) return undefined;
  let gone: string[] = [];
  const written = await inTransaction(db, async (tx) => {
    if (!(await tryLock(tx, 'traffic snapshot'))) return undefined;
    const bytes = await make();
    const row = { position, blob_key: `traffic/${position}`, bytes: bytes.length, format, made_at: dateOf(clock) };
    await blobs.put(row.blob_key, bytes);
    await insertSnapshot(tx, row);
    gone = await deleteSnapshotsBut(tx, kept, new Date(clock.now() - usableMilliseconds));
    return row;
  });
  for (const key of gone) await blobs.delete(key);
  return written;
}
