import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type DiskLevel, decideDiskLevel, defaultDiskThresholds, readFreeSpace, startDiskGuard } from './disk-guard.ts';
import { temporaryFolder } from './temporary-folder.ts';

const mb = 1024 * 1024;
const gb = 1024 * mb;
const log = pino({ level: 'silent' });

describe('the level follows the free space', () => {
  const small = 4 * gb;
  const large = 100 * gb;
  const cases: { from: DiskLevel; freeMb: number; totalBytes: number; to: DiskLevel }[] = [
    { from: 'ok', freeMb: 513, totalBytes: small, to: 'ok' },
    { from: 'ok', freeMb: 511, totalBytes: small, to: 'no-uploads' },
    { from: 'ok', freeMb: 127, totalBytes: small, to: 'read-only' },
    { from: 'no-uploads', freeMb: 520, totalBytes: small, to: 'no-uploads' },
    { from: 'no-uploads', freeMb: 620, totalBytes: small, to: 'ok' },
    { from: 'read-only', freeMb: 140, totalBytes: small, to: 'read-only' },
    { from: 'read-only', freeMb: 160, totalBytes: small, to: 'no-uploads' },
    { from: 'read-only', freeMb: 520, totalBytes: small, to: 'no-uploads' },
    { from: 'read-only', freeMb: 2_000, totalBytes: small, to: 'ok' },
    { from: 'ok', freeMb: 10_000, totalBytes: large, to: 'no-uploads' },
    { from: 'ok', freeMb: 3_000, totalBytes: large, to: 'read-only' },
    { from: 'ok', freeMb: 11_000, totalBytes: large, to: 'ok' },
    { from: 'no-uploads', freeMb: 11_000, totalBytes: large, to: 'no-uploads' },
    { from: 'ok', freeMb: 0, totalBytes: large, to: 'read-only' },
  ];
  test.each(cases)('$from with $freeMb MB free becomes $to', ({ from, freeMb, totalBytes, to }) => {
    expect(decideDiskLevel(from, { freeBytes: freeMb * mb, totalBytes }, defaultDiskThresholds)).toBe(to);
  });
});

test('the ballast is given up in time, does not count as recovery, and is laid down again', async () => {
  await using folder = await temporaryFolder();
  const ballast = join(folder.path, 'ballast');
  const ballastBytes = 64 * mb;
  let foreignBytes = 0;
  // A small disk on which only the ballast and somebody else's files take room.
  const readSpace = async () => {
    const taken = existsSync(ballast) ? (await stat(ballast)).size : 0;
    return { freeBytes: 2 * gb - foreignBytes - taken, totalBytes: 2 * gb };
  };
  const guard = await startDiskGuard({ dataDir: folder.path, log, readSpace, ballastBytes });
  try {
    const seen: DiskLevel[] = [];
    guard.onLevel((level) => seen.push(level));
    expect((await stat(ballast)).size).toBe(ballastBytes);

    foreignBytes = 1_600 * mb;
    expect(await guard.check()).toBe('no-uploads');
    foreignBytes = 1_870 * mb;
    expect(await guard.check()).toBe('read-only');
    expect(existsSync(ballast)).toBe(false);
    expect(await guard.check()).toBe('read-only');
    foreignBytes = 0;
    expect(await guard.check()).toBe('ok');
    expect((await stat(ballast)).size).toBe(ballastBytes);
    expect(seen).toEqual(['no-uploads', 'read-only', 'ok']);
  } finally {
    guard.stop();
  }
});

test('a disk that cannot be measured keeps its level', async () => {
  await using folder = await temporaryFolder();
  const guard = await startDiskGuard({
    dataDir: folder.path,
    log,
    ballastBytes: mb,
    readSpace: () => Promise.reject(new Error('gone')),
  });
  expect(guard.level).toBe('ok');
  guard.stop();
});

test('a real disk has some space', async () => {
  const { freeBytes, totalBytes } = await readFreeSpace('/');
  expect(totalBytes).toBeGreaterThan(freeBytes);
});
