import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyBinaries, findBinaries, healSymlinks } from './binaries.ts';
import { PostgresUnavailable } from './postgres-unavailable.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('finds the programs of this machine and their version', () => {
  const { postgres, version } = findBinaries();
  expect(version).toMatch(/^18\./);
  expect(execFileSync(postgres, ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL) 18.');
});

test('says what to do on a machine without a platform package', () => {
  expect(() => findBinaries('sunos', 'mips')).toThrow(
    expect.objectContaining({ name: 'PostgresUnavailable', cure: expect.stringContaining('DATABASE_URL') }),
  );
});

test('makes the links that a blocked install script left out', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'lib'));
  await writeFile(join(folder.path, 'lib', 'libpq.so.5.18'), 'library');
  await writeFile(
    join(folder.path, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );

  expect(await healSymlinks(folder.path)).toBe(true);
  expect(await readlink(join(folder.path, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(await healSymlinks(folder.path)).toBe(true);
});

test('reports links that it cannot make', async () => {
  await using folder = await temporaryFolder();
  await writeFile(
    join(folder.path, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  );
  expect(await healSymlinks(folder.path)).toBe(false);
});

test('copies the programs once, to the first place that takes them, repaired and readable by everybody', async () => {
  await using folder = await temporaryFolder();
  const notAFolder = join(folder.path, 'file');
  await writeFile(notAFolder, '');
  const places = [join(notAFolder, 'below'), join(folder.path, 'place')];

  const copied = await copyBinaries(findBinaries(), places);
  expect(copied.folder).toBe(join(folder.path, 'place', `pg-${copied.version}`));
  expect(execFileSync(copied.postgres, ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL');
  expect((await lstat(copied.postgres)).mode & 0o777).toBe(0o755);

  const written = (await lstat(copied.postgres)).mtimeMs;
  expect((await copyBinaries(findBinaries(), places)).postgres).toBe(copied.postgres);
  expect((await lstat(copied.postgres)).mtimeMs).toBe(written);

  await rm(copied.folder, { recursive: true });
  await expect(copyBinaries(findBinaries(), [notAFolder])).rejects.toThrow(PostgresUnavailable);
});
