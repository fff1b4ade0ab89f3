import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataFolderBusy, lockDataFolder, lockFileName } from './data-lock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const program = `
  const { lockDataFolder } = await import(process.argv[1]);
  await lockDataFolder(process.argv[2]);
  console.log('locked');
  setInterval(() => {}, 1000);
`;

async function lockInAnotherProcess(dataDir: string) {
  const source = new URL('./data-lock.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, source, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('a second process is refused with words that name the first, and may follow once that one is killed', async () => {
  await using folder = await temporaryFolder();
  const first = await lockInAnotherProcess(folder.path);
  try {
    const refusal = await lockDataFolder(folder.path).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DataFolderBusy);
    expect(refusal).toMatchObject({ exitCode: 78, message: expect.stringContaining(`process ${first.pid} (since`) });
    expect(refusal).toMatchObject({ message: expect.stringContaining('--data') });
  } finally {
    first.kill('SIGKILL');
    await once(first, 'exit');
  }
  const lock = await lockDataFolder(folder.path);
  expect(await readFile(join(folder.path, lockFileName), 'utf8')).toContain(`"pid":${process.pid}`);
  await lock.release();
  expect(existsSync(join(folder.path, lockFileName))).toBe(false);
});

test('a folder can be locked again after its release, and different folders do not meet', async () => {
  await using one = await temporaryFolder();
  await using other = await temporaryFolder();
  const locks = [await lockDataFolder(one.path), await lockDataFolder(other.path)];
  await expect(lockDataFolder(one.path)).rejects.toThrow(DataFolderBusy);
  await Promise.all(locks.map((lock) => lock.release()));
  await (await lockDataFolder(one.path)).release();
});

test('a holder in another container is respected while its file beats', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, lockFileName);
  await writeFile(file, JSON.stringify({ pid: 7, host: 'another-container', since: '2025-01-14T00:00:00Z' }));
  const beat = setInterval(() => void utimes(file, new Date(), new Date()), 10);
  try {
    await expect(lockDataFolder(folder.path, 20)).rejects.toThrow('process 7 on another-container');
  } finally {
    clearInterval(beat);
  }
  await (await lockDataFolder(folder.path, 20)).release();
});
