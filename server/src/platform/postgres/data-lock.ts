import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** sysexits.h EX_CONFIG: a supervisor should not restart the program, a person has to change something. */
export const exitCodeDataFolderBusy = 78;

export const lockFileName = 'teahouse.lock';

export interface DataLock {
  release(): Promise<void>;
}

export class DataFolderBusy extends Error {
  override readonly name = 'DataFolderBusy';
  readonly exitCode = exitCodeDataFolderBusy;

  constructor(dataDir: string, holder: Holder | undefined) {
    super(
      `The data folder ${dataDir} is in use by ${describeHolder(holder)}. Two programs on one data folder would destroy it. ` +
        'Stop the other one first, or give this one a folder of its own with --data.',
    );
  }
}

const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** Long enough that a busy holder does not miss a whole watch of three. */
const defaultBeatMs = 2_000;

/**
 * Allows one process per data folder. The kernel holds the lock (a socket named after the folder's inode, freed when
 * the process dies, however it dies). The lock file names the holder, and its beat guards a volume that two
 * containers share, which do not see each other's sockets.
 * Throws {@link DataFolderBusy}.
 */
export async function lockDataFolder(dataDir: string, beatMs = defaultBeatMs): Promise<DataLock> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, lockFileName);
  const server = await holdSocket(dataDir, file);

  try {
    if (await beatsElsewhere(file, 3 * beatMs)) throw new DataFolderBusy(dataDir, readHolder(file));
    const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    writeFileSync(file, `${JSON.stringify(holder)}\n`);
  } catch (error) {
    await close(server);
    throw error;
  }
  const beat = setInterval(() => touch(file), beatMs).unref();

  return {
    async release() {
      clearInterval(beat);
      rmSync(file, { force: true });
      await close(server);
    },
  };
}

async function holdSocket(dataDir: string, file: string): Promise<Server> {
  const address = socketAddress(dataDir);
  try {
    return await listen(address);
  } catch (error) {
    if (!isAddressInUse(error)) throw error;
    const holder = readHolder(file);
    // Only abstract sockets vanish with their process. Elsewhere a dead holder leaves its socket file behind.
    if (address.startsWith('\0') || !holder || isAlive(holder.pid)) throw new DataFolderBusy(dataDir, holder);
    rmSync(address, { force: true });
    return await listen(address);
  }
}

function socketAddress(dataDir: string): string {
  const { dev, ino } = statSync(dataDir);
  const name = `teahouse-data-${dev}-${ino}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name);
}

function listen(address: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path: address, exclusive: true }, () => resolve(server.unref()));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Watches whether the file of another host changes, so that clocks need not agree. */
async function beatsElsewhere(file: string, watchMs: number): Promise<boolean> {
  const holder = readHolder(file);
  if (!holder || holder.host === hostname()) return false;
  const before = modifiedAt(file);
  await delay(watchMs);
  return modifiedAt(file) !== before;
}

function readHolder(file: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function describeHolder(holder: Holder | undefined): string {
  if (!holder) return 'another Teahouse';
  const host = holder.host === hostname() ? '' : ` on ${holder.host}`;
  return `process ${holder.pid}${host} (since ${holder.since})`;
}

function modifiedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The folder may be gone or full; the socket still holds the lock.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
