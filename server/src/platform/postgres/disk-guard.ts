import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';

/** What members may still do: everything, everything but uploads, or only read. */
export type DiskLevel = 'ok' | 'no-uploads' | 'read-only';

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface DiskThreshold {
  readonly freeShare: number;
  readonly freeBytes: number;
}

export interface DiskThresholds {
  readonly noUploads: DiskThreshold;
  readonly readOnly: DiskThreshold;
  /** A level is left only when this much more than its threshold is free, so that it does not flicker. */
  readonly recoveryFactor: number;
}

const mb = 1024 * 1024;

/** PostgreSQL on a full disk refuses reads as well, so members are held back well before it gets there. */
export const defaultDiskThresholds: DiskThresholds = {
  noUploads: { freeShare: 0.1, freeBytes: 512 * mb },
  readOnly: { freeShare: 0.03, freeBytes: 128 * mb },
  recoveryFactor: 1.2,
};

export interface DiskGuard {
  readonly level: DiskLevel;
  onLevel(listener: (level: DiskLevel) => void): void;
  /** Measures now instead of at the next interval. */
  check(): Promise<DiskLevel>;
  stop(): void;
}

export interface DiskGuardOptions {
  readonly dataDir: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly thresholds?: DiskThresholds;
  readonly ballastBytes?: number;
  readonly intervalMs?: number;
  readonly readSpace?: (folder: string) => Promise<DiskSpace>;
}

/**
 * Watches the free space of the data folder. A ballast file is given up when only reading is left, so that the
 * database can finish what it began, and laid down again when all is well.
 */
export async function startDiskGuard(options: DiskGuardOptions): Promise<DiskGuard> {
  const { dataDir, log, thresholds = defaultDiskThresholds, ballastBytes = 64 * mb, intervalMs = 5_000 } = options;
  const readSpace = options.readSpace ?? readFreeSpace;
  const ballast = join(dataDir, 'ballast');
  const listeners: ((level: DiskLevel) => void)[] = [];
  let level: DiskLevel = 'ok';
  let checking: Promise<DiskLevel> | undefined;

  await check();
  const timer = setInterval(() => void check(), intervalMs).unref();
  return {
    get level() {
      return level;
    },
    onLevel: (listener) => void listeners.push(listener),
    check,
    stop: () => clearInterval(timer),
  };

  function check(): Promise<DiskLevel> {
    checking ??= measure()
      .catch((error: unknown) => {
        log.error({ error }, 'the free space of the data folder could not be measured');
        return level;
      })
      .finally(() => {
        checking = undefined;
      });
    return checking;
  }

  async function measure(): Promise<DiskLevel> {
    const space = await readSpace(dataDir);
    const laidDown = await sizeOf(ballast);
    // Space gained by giving up the ballast must not look like recovery.
    const freeBytes = Math.max(0, space.freeBytes - (ballastBytes - laidDown));
    const next = decideDiskLevel(level, { ...space, freeBytes }, thresholds);
    if (next !== level) {
      level = next;
      log.warn({ level, freeMb: Math.floor(space.freeBytes / mb) }, 'the free space of the data folder changed level');
      for (const listener of listeners) listener(level);
    }
    if (level === 'read-only' && laidDown > 0) await rm(ballast, { force: true });
    if (level === 'ok' && laidDown < ballastBytes) await layDown(ballast, ballastBytes);
    return level;
  }
}

/** Falls at once, rises only past the recovery margin, and may do several steps at a time. */
export function decideDiskLevel(previous: DiskLevel, space: DiskSpace, thresholds: DiskThresholds): DiskLevel {
  const isReadOnly = isBelow(space, thresholds.readOnly, previous === 'read-only' ? thresholds.recoveryFactor : 1);
  if (isReadOnly) return 'read-only';
  const isShort = isBelow(space, thresholds.noUploads, previous === 'ok' ? 1 : thresholds.recoveryFactor);
  return isShort ? 'no-uploads' : 'ok';
}

export async function readFreeSpace(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

function isBelow(space: DiskSpace, threshold: DiskThreshold, factor: number): boolean {
  return (
    space.freeBytes < threshold.freeBytes * factor || space.freeBytes < space.totalBytes * threshold.freeShare * factor
  );
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

/** Random bytes: zeros would take no room on a file system that compresses. */
async function layDown(file: string, bytes: number): Promise<void> {
  const chunk = randomBytes(Math.min(bytes, mb));
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    for (let left = bytes; left > 0; left -= chunk.length) await handle.write(chunk, 0, Math.min(left, chunk.length));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}
