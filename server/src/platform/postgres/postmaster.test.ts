import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { endOldServer, findPostmaster, processesIn } from './postmaster.ts';
import { temporaryFolder } from './temporary-folder.ts';

const log = pino({ level: 'silent' });

const pidFile = (pid: number) =>
  [pid, '/data/postgres', 1736812800, 5432, '/data/run', '', '  5432001         7', 'ready   ', ''].join('\n');

test('reads what PostgreSQL wrote about itself', async () => {
  await using folder = await temporaryFolder();
  expect(findPostmaster(folder.path)).toBeUndefined();
  await writeFile(join(folder.path, 'postmaster.pid'), pidFile(4711));
  expect(findPostmaster(folder.path)).toEqual({ pid: 4711, port: 5432, socketDir: '/data/run', isReady: true });
});

test('a number that now belongs to another program does not keep the database from starting', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'postmaster.pid'), pidFile(process.pid));
  expect(processesIn(folder.path)).toEqual([]);
  await endOldServer(folder.path, log);
  expect(existsSync(join(folder.path, 'postmaster.pid'))).toBe(false);
});

test('a file of a dead process is left to PostgreSQL, which also looks for orphaned children', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'postmaster.pid'), pidFile(2 ** 30));
  await endOldServer(folder.path, log);
  expect(existsSync(join(folder.path, 'postmaster.pid'))).toBe(true);
});
